import { SegmentedControl } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { NamedPeriod } from '../../domain/report/named-period.ts';
import { Field } from '../parts/Field.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { PERIOD, PERIOD_NAMES } from '../text/book.ts';
import type { PeriodChoice } from './use-period.ts';

type PeriodFieldsProps = { readonly names: readonly NamedPeriod[]; readonly choice: PeriodChoice };

/** Named periods, and two days to be typed. */
export function PeriodFields({ names, choice }: PeriodFieldsProps) {
  const isRange = choice.name === 'range';
  const from = useRef<HTMLInputElement>(null);
  const wasRange = useRef(isRange);
  useEffect(() => {
    if (isRange && !wasRange.current) from.current?.focus();
    wasRange.current = isRange;
  }, [isRange]);
  return (
    <>
      <SegmentedControl
        size="sm"
        aria-label={PERIOD.label}
        data={[
          ...names.map((value) => ({ value, label: PERIOD_NAMES[value] })),
          { value: 'range', label: PERIOD.range },
        ]}
        value={choice.name}
        data-testid="period"
        onChange={(value) => choice.choose(names.find((name) => name === value) ?? 'range')}
      />
      {isRange && (
        // The keys of the fields inside arrive here; nothing on this element is pressed itself.
        <div className="book-days" role="presentation" onKeyDown={enterMovesOn}>
          <Field
            ref={from}
            aria-label={PERIOD.from}
            leftSection={PERIOD.fromShort}
            leftSectionWidth={44}
            value={choice.typed.from}
            error={choice.errors.from}
            hint={PERIOD.hint}
            testId="period-from"
            onText={(text) => choice.type({ from: text })}
          />
          <Field
            aria-label={PERIOD.until}
            leftSection={PERIOD.untilShort}
            leftSectionWidth={44}
            value={choice.typed.until}
            error={choice.errors.until}
            testId="period-until"
            onText={(text) => choice.type({ until: text })}
          />
        </div>
      )}
    </>
  );
}
