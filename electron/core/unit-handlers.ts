import type { Dossier } from '../../domain/dossier.ts';
import { tidyText } from '../../domain/typed-text.ts';
import { CALENDAR_SUBJECT, UNIT_RULES_SUBJECT, type UnitRules } from '../../domain/publication/publication-event.ts';
import { isSoundRules } from '../../domain/publication/unit-rules.ts';
import { receivedAtOf } from '../../domain/lifecycle/new-appointment.ts';
import { ok, refuse } from '../../domain/result.ts';
import { changedDates, type PromisedDate } from '../../domain/time/calendar-change.ts';
import { calendarData, parseCalendar } from '../../domain/time/calendar-data.ts';
import { parseDossierId } from '../../domain/scan-code.ts';
import type { Handlers, Input } from '../contract/commands.ts';
import type { ChangedAppointment } from '../contract/views.ts';
import { actionOf } from './acting.ts';
import type { CounterSession, EstablishedCounter } from './counter-session.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type UnitCommand = 'calendar.get' | 'calendar.effects' | 'calendar.publish' | 'unitRules.get' | 'unitRules.set';

/** What the unit gives itself: its calendar and its rules. */
export function unitHandlers(session: CounterSession): Pick<Handlers, UnitCommand> {
  return {
    'calendar.get': () => calendarData(session.getEstablished().publications.calendar()),
    'calendar.effects': ({ calendar }) => {
      const parsed = parseCalendar(calendar);
      if (!parsed.ok) return refuse({ code: 'calendar', refusals: parsed.refusal });
      const counter = session.getEstablished();
      const { store, publications } = counter;
      const rules = { ...publications.counting(), calendar: parsed.value };
      const changed = changedDates([...promisedDates(store.eachDossier({ onlyOpen: true }))], rules);
      return ok(changed.map((each) => ({ ...each, ...namedIn(counter, each.id) })));
    },
    'calendar.publish': (input) => orStorageRefusal(() => publishCalendar(session.getEstablished(), input)),
    'unitRules.get': () => session.getEstablished().publications.unitRules(),
    'unitRules.set': (rules) => orStorageRefusal(() => setRules(session.getEstablished(), rules)),
  };
}

function publishCalendar(counter: EstablishedCounter, { calendar, reason: typed }: Input<'calendar.publish'>) {
  const parsed = parseCalendar(calendar);
  if (!parsed.ok) return refuse({ code: 'calendar' as const, refusals: parsed.refusal });
  const reason = tidyText(typed);
  if (reason === '') return refuse({ code: 'reason-missing' as const });
  // A dossier keeps the version its date was computed by: two calendars of one version would make it say nothing.
  if (isVersionUsed(counter, parsed.value.version)) return refuse({ code: 'version-used' as const });
  const acting = actionOf(counter, 'administer');
  if (!acting.ok) return acting;
  const payload = { calendar: calendarData(parsed.value), reason };
  counter.store.commit(acting.value.action, (work) => {
    work.append({ kind: 'calendar-published', subject: CALENDAR_SUBJECT, payload });
    return ok({});
  });
  return ok(null);
}

function isVersionUsed({ store, publications }: EstablishedCounter, version: string): boolean {
  const published = store.findSubject('calendar', CALENDAR_SUBJECT)?.calendars ?? [];
  return publications.calendar().version === version || published.some(({ calendar }) => calendar.version === version);
}

function setRules(counter: EstablishedCounter, rules: UnitRules) {
  if (!isSoundRules(rules)) return refuse({ code: 'malformed' as const });
  const acting = actionOf(counter, 'administer');
  if (!acting.ok) return acting;
  counter.store.commit(acting.value.action, (work) => {
    work.append({ kind: 'unit-rules-set', subject: UNIT_RULES_SUBJECT, payload: rules });
    return ok({});
  });
  return ok(null);
}

/** What a clerk calls the dossier of a changed date by. */
function namedIn(
  { store }: EstablishedCounter,
  id: string,
): Pick<ChangedAppointment, 'dossierNumber' | 'applicantName'> {
  const dossierId = parseDossierId(id);
  const dossier = dossierId && store.findDossier(dossierId);
  return { dossierNumber: dossier?.intake?.dossierNumber ?? '', applicantName: dossier?.applicant?.name ?? '' };
}

/** Dates that are still to be kept. */
function* promisedDates(dossiers: Iterable<Dossier>): Generator<PromisedDate> {
  for (const dossier of dossiers) {
    const { id, intake, appointment, pauses, result, handOver, ending } = dossier;
    const receivedAt = receivedAtOf(dossier);
    // A date that a person typed is what was agreed, whatever the calendar says.
    if (!intake || !appointment || !receivedAt || appointment.basis.kind === 'agreed') continue;
    if (result || handOver || ending) continue;
    yield { id, receivedAt, limit: intake.procedure.limit, appointmentAt: appointment.at, pauses };
  }
}
