import type { Dossier } from '../../domain/dossier.ts';
import { handOver } from '../../domain/dossier-commands.ts';
import { dateOf, localMomentAt } from '../../domain/plain-date.ts';
import { ok, refuse } from '../../domain/result.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { Action } from '../../sync/counter-store.ts';
import type { Handlers, Input } from '../contract/commands.ts';
import { BadInputError } from './bad-input-error.ts';
import type { CounterSession, EstablishedCounter } from './counter-session.ts';
import type { Machine } from './machine.ts';
import { receiveWithin } from './reception.ts';
import { answerScan } from './scan-answer.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type DossierCommand =
  'dossier.receive' | 'dossier.get' | 'dossier.scan' | 'dossier.handOver' | 'dossier.list' | 'dossier.find';

export function dossierHandlers(session: CounterSession, machine: Machine): Pick<Handlers, DossierCommand> {
  return {
    'dossier.receive': (input) => receiveDossier(session.getEstablished(), input, machine.chance),
    'dossier.get': ({ id }) => session.getEstablished().store.findDossier(id) ?? null,
    'dossier.scan': ({ text }) => {
      const { identity, store } = session.getEstablished();
      return answerScan(text, { unitCode: identity.unit.code, now: session.now(), findDossier: store.findDossier });
    },
    'dossier.handOver': (input) => handOverResult(session.getEstablished(), input),
    'dossier.list': ({ view, limit }) =>
      session.getEstablished().store.listDossiers({ view, today: dateOf(session.now()), limit }),
    'dossier.find': ({ query, limit }) => session.getEstablished().store.searchDossiers(query, limit),
  };
}

// Only the commit may answer that nothing was kept: an error after it stays one, and the screen asks again by the same id.

async function receiveDossier(
  counter: EstablishedCounter,
  { commandId, form }: Input<'dossier.receive'>,
  chance: () => number,
) {
  const { identity, store } = counter;
  // Before a date is promised and a number given out. A command that was carried out before finds its dossier all the same.
  if (!store.wasCarriedOut(`receive/${commandId}`)) {
    if (store.numbers().state === 'other-machine') return refuse({ code: 'other-machine' as const });
    if (counter.clock.needsConfirmation()) return refuse({ code: 'clock-unconfirmed' as const });
  }
  const action = actionNow(counter, `receive/${commandId}`);
  const reception = { identity, isTrial: counter.kind === 'trial', now: localMomentAt(action.clock.at), chance };
  const outcome = await orStorageRefusal(() => store.commit(action, (work) => receiveWithin(work, form, reception)));
  if (!outcome.ok) return outcome;
  counter.spool.kick();
  const { dossierId, printJobId } = outcome.value;
  return ok({ dossier: getDossier(counter, dossierId), printJobId });
}

async function handOverResult(counter: EstablishedCounter, input: Input<'dossier.handOver'>) {
  const { commandId, dossierId, receiver } = input;
  const { identity, store } = counter;
  // The screen was told so when the slip was scanned, and offers no hand-over.
  if (!dossierId.startsWith(identity.unit.code)) throw new BadInputError('dossier-of-another-unit');
  const action = actionNow(counter, `hand-over/${dossierId}/${commandId}`);
  const outcome = await orStorageRefusal(() =>
    store.commit(action, (work) => {
      const request = { dossierId, receiver, handedOverAt: localMomentAt(action.clock.at) };
      const fact = handOver(request, work.findDossier(dossierId));
      if (!fact.ok) return fact;
      work.append(fact.value);
      return ok({ dossierId });
    }),
  );
  return outcome.ok ? ok(getDossier(counter, outcome.value.dossierId)) : outcome;
}

/** `commandId` names what is done as well: the same UUID for another command is another command. */
function actionNow({ identity, clock }: EstablishedCounter, commandId: string): Action {
  return { commandId, actor: identity.clerkName, clock: clock.read() };
}

function getDossier({ store }: EstablishedCounter, id: DossierId): Dossier {
  const dossier = store.findDossier(id);
  if (!dossier) throw new Error('a committed dossier is not in the store');
  return dossier;
}
