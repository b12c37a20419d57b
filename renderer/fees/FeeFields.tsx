import { Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import type { FeeRule } from '../../domain/fees/fee-rule.ts';
import { COUNT_LABELS, EXEMPTIONS, FEES, METHODS } from '../text/fees.ts';
import type { FeeCardProps } from './fee-card-props.ts';
import { CollectSwitch } from './CollectSwitch.tsx';
import { type CountName, type FeesDraft, isPaidNow, mayBeCollected, refusedPart } from './fees-draft.ts';
import { Labelled } from './Labelled.tsx';

/** What is counted, ticked and chosen for the fees: the number first, Enter goes from one to the next. */
export function FeeFields({ draft, fees, isSaid, onChange }: Omit<FeeCardProps, 'onSwitch'>) {
  const typed = draft.fees;
  const change = (part: Partial<FeesDraft>): void => onChange({ fees: { ...typed, ...part } });
  const refused = refusedPart(fees.reckoned, isSaid && fees.doBlock);
  return (
    <div className="fee-fields">
      {fees.conditional.map((rule) => (
        <Condition key={rule.id} rule={rule} typed={typed} onChange={change} />
      ))}
      {fees.counted.map((count) => (
        <Typed
          key={count}
          label={COUNT_LABELS[count]}
          value={typed.counts[count]}
          isWrong={refused.has(count)}
          testId={`fee-${count}`}
          onText={(text) => change({ counts: withCount(typed, count, text) })}
        />
      ))}
      {fees.toType.map(({ id, name }) => (
        <Typed
          key={id}
          label={FEES.council(name)}
          value={typed.council[id] ?? ''}
          isWrong={refused.has(id)}
          isMoney
          testId={`fee-council-${id}`}
          onText={(text) => change({ council: { ...typed.council, [id]: text } })}
        />
      ))}
      {!draft.isOnTheSpot && fees.reckoned.length > 0 && (
        <CollectSwitch
          isOn={typed.isCollected}
          isNothing={!mayBeCollected(fees)}
          onSwitch={(isCollected) => change({ isCollected })}
        />
      )}
      {fees.reasons.length > 0 && <ExemptionFields typed={typed} reasons={fees.reasons} onChange={change} />}
      {isPaidNow(draft) && mayBeCollected(fees) && (
        <SegmentedControl
          size="xs"
          aria-label={FEES.method}
          data={Object.entries(METHODS).map(([value, label]) => ({ value, label }))}
          value={typed.method}
          data-testid="fee-method"
          onChange={(method) => change({ method: method === 'transfer' ? 'transfer' : 'cash' })}
        />
      )}
    </div>
  );
}

function withCount({ counts }: FeesDraft, count: CountName, text: string): FeesDraft['counts'] {
  return { ...counts, [count]: text.replace(/\D/g, '') };
}

type PartProps = { readonly typed: FeesDraft; readonly onChange: (part: Partial<FeesDraft>) => void };

function Condition({ rule, typed, onChange }: PartProps & { readonly rule: FeeRule }) {
  const others = typed.chosen.filter((id) => id !== rule.id);
  return (
    <Checkbox
      size="xs"
      label={rule.condition}
      checked={others.length < typed.chosen.length}
      data-enter-skip
      data-testid={`fee-chosen-${rule.id}`}
      onChange={(event) => onChange({ chosen: event.currentTarget.checked ? [...others, rule.id] : others })}
    />
  );
}

function ExemptionFields({ typed, reasons, onChange }: PartProps & { readonly reasons: readonly Reason[] }) {
  return (
    <>
      <Labelled label={FEES.exempt}>
        <NativeSelect
          size="xs"
          value={typed.exemption}
          data-testid="fee-exemption"
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ exemption: reasons.find((reason) => reason === value) ?? '' });
          }}
        >
          <option value="">{FEES.notExempt}</option>
          {reasons.map((reason) => (
            <option key={reason} value={reason}>
              {EXEMPTIONS[reason]}
            </option>
          ))}
        </NativeSelect>
      </Labelled>
      {typed.exemption !== '' && (
        <Labelled label={FEES.evidence} isWide>
          <input
            className="count fee-text"
            value={typed.evidence}
            maxLength={300}
            data-testid="fee-evidence"
            onChange={(event) => onChange({ evidence: event.currentTarget.value })}
          />
        </Labelled>
      )}
    </>
  );
}

type Reason = Exclude<FeesDraft['exemption'], ''>;

type TypedProps = {
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly isMoney?: true;
  readonly testId: string;
  readonly onText: (text: string) => void;
};

function Typed({ label, value, isWrong, isMoney, testId, onText }: TypedProps) {
  return (
    <Labelled label={label}>
      <input
        className={isMoney ? 'count fee-money' : 'count'}
        inputMode="numeric"
        maxLength={isMoney ? 13 : 4}
        value={value}
        aria-invalid={isWrong}
        data-testid={testId}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </Labelled>
  );
}
