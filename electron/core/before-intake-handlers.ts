import { type BeforeIntake, guideSupplement, noteArrival, refuseIntake } from '../../domain/lifecycle/before-intake.ts';
import type { DossierFact, FormNumber } from '../../domain/lifecycle/dossier-fact.ts';
import { fits } from '../../domain/lifecycle/transition.ts';
import { dateOf, type LocalMoment, yearOf } from '../../domain/plain-date.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { type DossierId, scanCodeOf } from '../../domain/scan-code.ts';
import type { CounterIdentity, Work } from '../../sync/counter-store.ts';
import type { Handlers } from '../contract/commands.ts';
import type { BeforeIntakeRefusal } from '../contract/refusals.ts';
import { actionOf } from './acting.ts';
import type { CounterSession } from './counter-session.ts';
import { committedDossier, numberingRefusal } from './dossier-handlers.ts';
import { paperIssueOf, queuePapersAfter } from './paper-issue.ts';
import { takeScanCode } from './reception.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type BeforeIntakeCommand = 'dossier.noteArrival' | 'dossier.guide' | 'dossier.refuseIntake';

type Asked = {
  readonly commandId: string;
  readonly dossierId?: DossierId;
  readonly procedureCode: string;
  readonly applicant: BeforeIntake['applicant'];
};

type Made = Extract<DossierFact, { kind: 'filed' | 'supplement-guided' | 'intake-refused' }>;
type Make = (before: BeforeIntake, formNumber: FormNumber) => Result<Made, BeforeIntakeRefusal>;

/** What happens before a dossier is received: it arrives, lacks something, or is not taken. */
export function beforeIntakeHandlers(session: CounterSession): Pick<Handlers, BeforeIntakeCommand> {
  return {
    'dossier.noteArrival': (input) => make(session, input, { of: 'filed', by: (before) => noteArrival(before, input) }),
    'dossier.guide': (input) =>
      make(session, input, {
        of: 'supplement-guided',
        by: (before, formNumber) => guideSupplement(before, { ...input, formNumber }),
      }),
    'dossier.refuseIntake': (input) =>
      make(session, input, {
        of: 'intake-refused',
        by: (before, formNumber) => refuseIntake(before, { ...input, formNumber }),
      }),
  };
}

async function make(session: CounterSession, asked: Asked, how: { readonly of: Made['kind']; readonly by: Make }) {
  const counter = session.getEstablished();
  const commandId = `${how.of}/${asked.commandId}`;
  const refused = numberingRefusal(counter, commandId);
  if (refused) return refused;
  const acting = actionOf(counter, 'receive', commandId);
  if (!acting.ok) return acting;
  const { action, person, now } = acting.value;
  const { store, identity, publications } = counter;
  const outcome = await orStorageRefusal(() =>
    store.commit(action, (work): Result<{ dossierId: DossierId }, BeforeIntakeRefusal> => {
      const procedure = publications.find(asked.procedureCode, dateOf(now));
      if (!procedure) return refuse({ code: 'procedure-not-in-force' });
      const known = asked.dossierId === undefined ? undefined : work.findDossier(asked.dossierId);
      if (asked.dossierId !== undefined && !known) return refuse({ code: 'dossier-unknown' });
      if (known && !fits(how.of, known.status)) {
        return refuse({ code: 'not-in-this-state', kind: how.of, status: known.status });
      }
      const scanCode = known ? ok(scanCodeOf(known.id)) : takeScanCode(work, { identity, now });
      if (!scanCode.ok) return scanCode;
      const before = { scanCode: scanCode.value, procedure, applicant: asked.applicant, now };
      const fact = how.by(before, nextFormNumber(work, identity, now));
      if (!fact.ok) return fact;
      takeFormNumber(work, fact.value);
      work.append(fact.value);
      queuePapersAfter(work, fact.value, paperIssueOf(counter, person, now));
      return ok({ dossierId: fact.value.dossierId });
    }),
  );
  if (!outcome.ok) return outcome;
  counter.kickSpools();
  return ok(committedDossier(counter, outcome.value.dossierId));
}

/** The number the next form would bear; nothing is taken. */
export function nextFormNumber(
  work: Pick<Work, 'used'>,
  { station }: Pick<CounterIdentity, 'station'>,
  now: LocalMoment,
): FormNumber {
  const year = yearOf(dateOf(now));
  return { year, station, number: work.used({ of: 'form-number', year }) + 1 };
}

/** Uses up the number that a fact carries, if it carries one. */
export function takeFormNumber(work: Pick<Work, 'take'>, { payload }: DossierFact): void {
  if ('formNumber' in payload) work.take({ of: 'form-number', year: payload.formNumber.year });
}
