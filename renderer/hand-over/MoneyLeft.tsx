import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { paymentState } from '../../domain/fees/payment.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import { ActDialog } from '../acts/ActDialog.tsx';
import { useActing } from '../acts/use-acting.ts';
import { vndText } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { paidText, sumsText } from '../text/fees.ts';
import { MONEY_LEFT } from '../text/hand-over-options.ts';
import { useAnswer } from '../use-answer.ts';

const TOPICS: readonly PushTopic[] = ['dossiers'];

type MoneyLeftProps = {
  readonly dossier: Dossier;
  readonly now: LocalMoment;
  readonly form: RefObject<HTMLElement | null>;
  readonly onCollected: () => void;
};

/** What is still to be paid, as large as it matters, and one key to take it; else in one line what was paid. */
export function MoneyLeft({ dossier, now, form, onCollected }: MoneyLeftProps) {
  const { fees, payments, refunds } = dossier;
  const { value: sides } = useAnswer('dossier.sides', { id: dossier.id }, TOPICS);
  const [, setAsking] = useState(false);
  const acting = useActing(setAsking, () => form.current?.querySelector<HTMLElement>('[data-enter-stop]')?.focus());
  const { restVnd, state } = paymentState(fees, payments, refunds);
  const rest = restVnd.fee + restVnd.duty;
  const mayCollect = rest > 0 && sides?.acts.includes('fee-collected') === true;
  const collect = (): void => acting.ask('fee-collected');
  useKeys(mayCollect ? { collectNow: collect } : {});
  // A kept screen that is left must not leave its dialog behind.
  const forget = useEffectEvent(acting.close);
  useEffect(() => () => forget(), []);
  return (
    <div className="money-left" data-testid="money-left" data-rest={rest}>
      {rest > 0 ? (
        <p className="money-due">
          <span>{MONEY_LEFT.due}</span> <strong>{vndText(rest)}</strong>{' '}
          {restVnd.fee > 0 && restVnd.duty > 0 && (
            <span className="soft">{sumsText({ feeVnd: restVnd.fee, dutyVnd: restVnd.duty })}</span>
          )}
        </p>
      ) : (
        <p className="soft">{quietText(dossier, state)}</p>
      )}
      {mayCollect && (
        <ActionButton variant="default" size="sm" keyName="collectNow" testId="collect-now" onClick={collect}>
          {MONEY_LEFT.collect}
        </ActionButton>
      )}
      {sides && (
        <ActDialog
          kind={acting.kind}
          given={{ sides, now }}
          onClose={acting.close}
          onDone={(kind, after) => {
            acting.done(kind, after);
            onCollected();
          }}
        />
      )}
    </div>
  );
}

function quietText({ payments }: Dossier, state: ReturnType<typeof paymentState>['state']): string {
  if (state === 'not-assessed') return MONEY_LEFT.open;
  return payments.length > 0 ? MONEY_LEFT.paid(payments.map(paidText).join('; ')) : MONEY_LEFT.nothing;
}
