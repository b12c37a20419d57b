import type { TypedApplicant } from '../../domain/lifecycle/before-intake.ts';
import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { clockText, dateText } from '../text/format.ts';

/** What is typed of something that arrived. */
export type ArrivalDraft = {
  readonly procedure: Procedure | undefined;
  readonly channel: 'online' | 'post';
  readonly arrivalNumber: string;
  /** As typed, `20/04/2020 08:30`. */
  readonly filedAt: string;
  readonly applicant: TypedApplicant;
};

export function emptyArrival(now: LocalMoment): ArrivalDraft {
  return {
    procedure: undefined,
    channel: 'online',
    arrivalNumber: '',
    filedAt: `${dateText(dateOf(now))} ${clockText(now)}`,
    applicant: { kind: 'person', name: '', idNumber: '', phone: '', address: '' },
  };
}
