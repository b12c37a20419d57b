import { appointmentFor } from '../appointment.ts';
import { dateOf, type LocalMoment } from '../plain-date.ts';
import type { ProcedureLimit } from '../procedure.ts';
import { ok, type Result } from '../result.ts';
import { appointmentAfterPauses } from './appointment-after-pauses.ts';
import type { CountingRules } from './counting-rules.ts';
import type { Pause } from './pause.ts';

/** An open dossier with the date its citizen was last told. */
export type PromisedDate = {
  readonly id: string;
  readonly receivedAt: LocalMoment;
  /** `none` for an appointment typed by hand: no calendar changes it. */
  readonly limit: ProcedureLimit;
  /** As last printed, after `pauses`. */
  readonly appointmentAt: LocalMoment;
  readonly pauses: readonly Pause[];
};

export type ChangedDate = {
  readonly id: string;
  readonly printedAt: LocalMoment;
  /** Absent: the calendar now stops before the answer is known. */
  readonly wouldBeAt?: LocalMoment;
};

/**
 * The printed dates that `rules` would give differently, in the given order: for the clerk to look at, never to be
 * changed silently. A limit of days is compared by its day, one of hours by its minute.
 */
export function changedDates(promised: readonly PromisedDate[], rules: CountingRules): readonly ChangedDate[] {
  return promised.flatMap((each) => {
    if (each.limit.kind === 'none') return [];
    const { id, appointmentAt: printedAt } = each;
    const computed = recomputed(each, rules);
    if (!computed.ok) return [{ id, printedAt }];
    return isSame(each, computed.value) ? [] : [{ id, printedAt, wouldBeAt: computed.value }];
  });
}

function recomputed({ limit, receivedAt, pauses }: PromisedDate, rules: CountingRules): Result<LocalMoment, unknown> {
  const fresh = appointmentFor(limit, receivedAt, rules);
  if (!fresh.ok) return fresh;
  const moved = appointmentAfterPauses({ receivedAt, limit, appointmentAt: fresh.value.at }, pauses, rules);
  return moved.ok ? ok(moved.value.at) : moved;
}

function isSame({ limit, appointmentAt }: PromisedDate, computed: LocalMoment): boolean {
  return limit.kind === 'hours' ? appointmentAt === computed : dateOf(appointmentAt) === dateOf(computed);
}
