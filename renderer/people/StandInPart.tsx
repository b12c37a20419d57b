import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import type { AccountView } from '../../electron/contract/views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Field } from '../parts/Field.tsx';
import { ACCOUNT_REFUSALS, periodText, STAND_IN } from '../text/people.ts';
import { emptyStandIn, standInPeriodOf } from './stand-in-draft.ts';
import type { AccountActs } from './use-account.ts';

type StandInPartProps = {
  readonly account: AccountView;
  readonly accounts: readonly AccountView[];
  readonly acts: AccountActs;
  readonly now: LocalMoment;
};

/** Who acts for this person, now and to come; and another one. */
export function StandInPart({ account, accounts, acts, now }: StandInPartProps) {
  const others = accounts.filter(({ id, state }) => id !== account.id && state === 'open');
  const given = account.standIns.filter(({ until }) => now < until);
  return (
    <section className="people-part" data-testid="stand-in">
      <h3>{STAND_IN.title}</h3>
      <p className="soft">{STAND_IN.hint}</p>
      {given.length === 0 && <p>{STAND_IN.none}</p>}
      {given.map((each) => (
        <div key={`${each.standInId} ${each.from}`} className="people-line" data-testid="stand-in-given">
          <span>{STAND_IN.line(nameOf(each.standInId, accounts), periodText(each), each.reason)}</span>
          <ActionButton
            variant="default"
            size="xs"
            testId="stand-in-end"
            onClick={() => void acts.change({ kind: 'end-stand-in', standInId: each.standInId })}
          >
            {STAND_IN.end}
          </ActionButton>
        </div>
      ))}
      {others.length === 0 ? (
        <p className="soft">{STAND_IN.nobodyElse}</p>
      ) : (
        <GiveStandIn others={others} acts={acts} now={now} />
      )}
    </section>
  );
}

type GiveStandInProps = {
  readonly others: readonly AccountView[];
  readonly acts: AccountActs;
  readonly now: LocalMoment;
};

function GiveStandIn({ others, acts, now }: GiveStandInProps) {
  const [draft, setDraft] = useState(() => emptyStandIn(dateOf(now)));
  const change = (part: Partial<typeof draft>): void => {
    acts.asking.forget();
    setDraft((old) => ({ ...old, ...part }));
  };
  const give = async (): Promise<void> => {
    const period = standInPeriodOf(draft);
    const { standInId, reason } = draft;
    if (standInId === undefined) acts.refuse(STAND_IN.chooseFirst);
    else if (!period.ok) acts.refuse(ACCOUNT_REFUSALS[period.refusal]);
    else if (await acts.change({ kind: 'give-stand-in', standInId, ...period.value, reason })) {
      setDraft(emptyStandIn(dateOf(now)));
    }
  };
  return (
    <div className="people-stand-in">
      <NativeSelect
        label={STAND_IN.who}
        data={[{ value: '', label: STAND_IN.choose }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
        value={draft.standInId ?? ''}
        data-testid="stand-in-who"
        data-autofocus
        onChange={(event) => change({ standInId: others.find(({ id }) => id === event.currentTarget.value)?.id })}
      />
      <Field
        label={STAND_IN.from}
        hint={STAND_IN.dateHint}
        value={draft.from}
        testId="stand-in-from"
        onText={(from) => change({ from })}
      />
      <Field
        label={STAND_IN.until}
        hint={STAND_IN.dateHint}
        value={draft.until}
        testId="stand-in-until"
        onText={(until) => change({ until })}
      />
      <Field
        label={STAND_IN.reason}
        value={draft.reason}
        testId="stand-in-reason"
        onText={(reason) => change({ reason })}
      />
      <div className="people-stand-in-give">
        <ActionButton
          variant="default"
          isEnterStop
          loading={acts.asking.isBusy}
          testId="stand-in-give"
          onClick={() => void give()}
        >
          {STAND_IN.give}
        </ActionButton>
      </div>
    </div>
  );
}

/** An account that is not known here is named by its id: it came from another computer's log. */
function nameOf(id: AccountView['id'], accounts: readonly AccountView[]): string {
  return accounts.find((account) => account.id === id)?.name ?? id;
}
