import { useState } from 'react';
import type { CashList } from '../../domain/fees/cash-list.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { CounterFault } from '../bridge.ts';
import { dateText, parseTypedDate } from '../text/format.ts';
import { useAnswer } from '../use-answer.ts';
import { dayError } from './use-period.ts';

const TOPICS: readonly PushTopic[] = ['dossiers'];

type CashDay = {
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly error: string | undefined;
  /** Undefined as long as what is typed is no day that came. */
  readonly day: PlainDate | undefined;
  readonly list: CashList | undefined;
  readonly fault: CounterFault | undefined;
};

/** The day whose money is looked at: today, until another is typed. */
export function useCashDay(today: PlainDate): CashDay {
  const [typed, setTyped] = useState(dateText(today));
  const error = dayError(typed, today);
  const day = error === undefined ? parseTypedDate(typed) : undefined;
  const { latest, fault } = useAnswer('report.cashList', day && { day }, TOPICS);
  return { typed, type: setTyped, error, day, list: latest?.day === day ? latest : undefined, fault };
}
