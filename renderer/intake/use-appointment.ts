import type { Appointment } from '../../domain/appointment.ts';
import type { AppointmentRefusal } from '../../domain/dossier-commands.ts';
import type { LocalMoment, PlainDate } from '../../domain/plain-date.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import { useEffect, useEffectEvent, useRef } from 'react';
import { unreachable } from '../../domain/result.ts';
import { useAnswer } from '../use-answer.ts';
import { type IntakeDraft, optionsOf } from './intake-draft.ts';

export type AppointmentShown =
  /** No procedure is chosen, or its date is on the way. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'computed'; readonly appointment: Appointment }
  | { readonly kind: 'to-agree'; readonly why: WhyToAgree }
  | { readonly kind: 'not-in-force' };

export type WhyToAgree =
  { readonly code: 'no-limit-published' } | { readonly code: 'calendar-ends-too-soon'; readonly until: PlainDate };

const TOPICS: readonly PushTopic[] = ['app'];

/** The date a reception would get now by its channel. Asked again each minute: a same-day procedure has a cut-off. */
export function useAppointment(draft: IntakeDraft, now: LocalMoment): AppointmentShown {
  const { procedure } = draft;
  const asked = procedure && { procedureCode: procedure.code, channel: optionsOf(draft).channel };
  const preview = useAnswer('appointment.preview', asked, TOPICS);
  const minute = useRef(now);
  const askAgain = useEffectEvent(preview.askAgain);
  useEffect(() => {
    if (minute.current === now) return;
    minute.current = now;
    askAgain();
  }, [now]);
  if (!preview.value) return { kind: 'unknown' };
  return preview.value.ok
    ? { kind: 'computed', appointment: preview.value.value.appointment }
    : refusedAppointment(preview.value.refusal);
}

function refusedAppointment(
  refusal: AppointmentRefusal | { readonly code: 'procedure-not-in-force' },
): AppointmentShown {
  switch (refusal.code) {
    case 'no-limit-published':
    case 'calendar-ends-too-soon':
      return { kind: 'to-agree', why: refusal };
    case 'procedure-not-in-force':
      return { kind: 'not-in-force' };
    case 'agreed-date-in-the-past':
      // A preview sends no agreed date.
      return { kind: 'unknown' };
    default:
      return unreachable(refusal);
  }
}
