import { Checkbox } from '@mantine/core';
import { FieldNote } from '../parts/Field.tsx';
import { ACTS } from '../text/acts.ts';
import type { MissingDraft } from './act-draft.ts';
import { FREE_PAPER } from './start-draft.ts';

type MissingFieldsProps = {
  readonly missing: readonly MissingDraft[];
  readonly error: string | undefined;
  readonly onChange: (missing: readonly MissingDraft[]) => void;
};

/** What the citizen has to bring: ticked, each with what is wrong, and papers that stand on no list. */
export function MissingFields({ missing, error, onChange }: MissingFieldsProps) {
  const change = (index: number, part: Partial<MissingDraft>): void => {
    const next = missing.map((row, at) => (at === index ? { ...row, ...part } : row));
    // There is always one more line for a paper that stands on no list.
    const isFull = next.at(-1)?.name !== '';
    onChange(isFull ? [...next, FREE_PAPER] : next);
  };
  return (
    <div className="act-field act-field-wide act-papers" data-testid="act-missing">
      {missing.map((row, index) => (
        <MissingRow
          // Lines are added at the end only.
          key={row.id || `free ${index}`}
          row={row}
          isFirst={index === 0}
          hasError={error !== undefined}
          onChange={(part) => change(index, part)}
        />
      ))}
      <FieldNote error={error} />
    </div>
  );
}

type MissingRowProps = {
  readonly row: MissingDraft;
  readonly isFirst: boolean;
  readonly hasError: boolean;
  readonly onChange: (part: Partial<MissingDraft>) => void;
};

function MissingRow({ row, isFirst, hasError, onChange }: MissingRowProps) {
  return (
    <div className="act-paper">
      {row.id === '' ? (
        <input
          className="act-paper-text"
          placeholder={ACTS.otherPaper}
          aria-label={ACTS.otherPaper}
          maxLength={300}
          value={row.name}
          data-testid="act-missing-other"
          aria-invalid={isFirst && hasError}
          {...(isFirst ? { 'data-autofocus': true } : {})}
          onChange={({ currentTarget: { value } }) => onChange({ name: value, isTicked: value.trim() !== '' })}
        />
      ) : (
        <Checkbox
          label={row.name}
          checked={row.isTicked}
          aria-invalid={isFirst && hasError}
          data-testid="act-missing-tick"
          {...(isFirst ? { 'data-autofocus': true } : {})}
          onChange={(event) => onChange({ isTicked: event.currentTarget.checked })}
        />
      )}
      <input
        className="act-paper-text"
        placeholder={ACTS.paperNote}
        aria-label={`${ACTS.paperNote}: ${row.name}`}
        maxLength={300}
        value={row.note}
        data-testid="act-missing-note"
        // A note is for what was ticked; to write one ticks it.
        {...(row.isTicked ? {} : { 'data-enter-skip': true })}
        onChange={({ currentTarget: { value } }) =>
          onChange({ note: value, ...(value.trim() === '' ? {} : { isTicked: true }) })
        }
      />
    </div>
  );
}
