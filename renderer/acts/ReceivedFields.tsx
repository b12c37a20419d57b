import { Checkbox } from '@mantine/core';
import { FieldNote } from '../parts/Field.tsx';
import { ACTS } from '../text/acts.ts';
import type { ReceivedDraft } from './act-draft.ts';
import type { ActState } from './use-act.ts';

/** What came of the papers that were asked for, with how many of each. */
export function ReceivedFields({ state }: { readonly state: ActState }) {
  const { received } = state.draft;
  const change = (index: number, part: Partial<ReceivedDraft>): void =>
    state.change({ received: received.map((row, at) => (at === index ? { ...row, ...part } : row)) });
  return (
    <div className="act-field act-field-wide act-papers" data-testid="act-received">
      <div className="act-received act-received-head soft" aria-hidden="true">
        <span />
        <span>{ACTS.originals}</span>
        <span>{ACTS.copies}</span>
      </div>
      {received.map((row, index) => (
        <div className="act-received" key={row.id}>
          <Checkbox
            label={row.name}
            checked={row.isTicked}
            data-testid="act-received-tick"
            {...(index === 0 ? { 'data-autofocus': true } : {})}
            onChange={(event) => change(index, { isTicked: event.currentTarget.checked })}
          />
          <Count
            label={`${ACTS.originals}: ${row.name}`}
            value={row.originals}
            onText={(originals) => change(index, { originals })}
          />
          <Count
            label={`${ACTS.copies}: ${row.name}`}
            value={row.copies}
            onText={(copies) => change(index, { copies })}
          />
        </div>
      ))}
      <FieldNote error={undefined} />
    </div>
  );
}

type CountProps = { readonly label: string; readonly value: string; readonly onText: (text: string) => void };

function Count({ label, value, onText }: CountProps) {
  return (
    <input
      className="count"
      inputMode="numeric"
      maxLength={4}
      aria-label={label}
      value={value}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => onText(event.currentTarget.value.replace(/\D/g, ''))}
    />
  );
}
