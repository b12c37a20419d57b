import { useState } from 'react';
import type { PlainDate } from '../../domain/plain-date.ts';
import { type NamedPeriod, namedPeriod } from '../../domain/report/named-period.ts';
import type { ReportPeriod } from '../../domain/report/report-06a.ts';
import { parseTypedDate } from '../text/format.ts';
import { PERIOD } from '../text/book.ts';

export type PeriodName = NamedPeriod | 'range';

type Typed = { readonly from: string; readonly until: string };

export type PeriodChoice = {
  readonly name: PeriodName;
  readonly typed: Typed;
  readonly errors: Partial<Typed>;
  /** Undefined as long as the days that are typed are none. */
  readonly period: ReportPeriod | undefined;
  readonly choose: (name: PeriodName) => void;
  readonly type: (part: Partial<Typed>) => void;
};

/** The days that are looked at: by a name, or from a day to a day. */
export function usePeriod(first: NamedPeriod, today: PlainDate): PeriodChoice {
  const [name, setName] = useState<PeriodName>(first);
  const [typed, setTyped] = useState<Typed>({ from: '', until: '' });
  const range = rangeOf(typed, today);
  return {
    name,
    typed,
    errors: name === 'range' ? range.errors : {},
    period: name === 'range' ? range.period : namedPeriod(name, today),
    choose: setName,
    type: (part) => setTyped((old) => ({ ...old, ...part })),
  };
}

function rangeOf(typed: Typed, today: PlainDate): Pick<PeriodChoice, 'errors' | 'period'> {
  const from = parseTypedDate(typed.from);
  const until = parseTypedDate(typed.until);
  const errors = { from: dayError(typed.from, today), until: dayError(typed.until, today) };
  if (from && until && until < from && !errors.from && !errors.until) errors.until = PERIOD.beforeFrom;
  const isSound = !errors.from && !errors.until;
  return {
    errors: {
      ...(errors.from === undefined ? {} : { from: errors.from }),
      ...(errors.until === undefined ? {} : { until: errors.until }),
    },
    period: isSound && from && until ? { from, until } : undefined,
  };
}

/** Nothing is wrong with a day that is still being typed. */
export function dayError(typed: string, today: PlainDate): string | undefined {
  const day = parseTypedDate(typed);
  if (day) return day > today ? PERIOD.inFuture : undefined;
  return typed.trim().length >= 'dd/mm/yyyy'.length ? PERIOD.noDay : undefined;
}
