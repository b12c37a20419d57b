import type { Dossier } from '../../domain/dossier.ts';
import { handOver, stepsBeforeHandOver } from '../../domain/dossier-commands.ts';
import { paymentState } from '../../domain/fees/payment.ts';
import { ok, refuse } from '../../domain/result.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { Handlers, Input } from '../contract/commands.ts';
import { actionOf } from './acting.ts';
import { askedAt } from './asked-at.ts';
import { BadInputError } from './bad-input-error.ts';
import type { CounterSession, EstablishedCounter } from './counter-session.ts';
import type { Machine } from './machine.ts';
import { paperIssueOf } from './paper-issue.ts';
import { receivePaidWithin } from './receive-paid.ts';
import { answerScan } from './scan-answer.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type DossierCommand =
  | 'dossier.receive'
  | 'dossier.get'
  | 'dossier.scan'
  | 'dossier.handOver'
  | 'dossier.list'
  | 'dossier.morning'
  | 'dossier.find';

export function dossierHandlers(session: CounterSession, machine: Machine): Pick<Handlers, DossierCommand> {
  return {
    'dossier.receive': (input) => receiveDossier(session.getEstablished(), input, machine.chance),
    'dossier.get': ({ id }) => session.getEstablished().store.findDossier(id) ?? null,
    'dossier.scan': ({ text }) => {
      const { identity, store } = session.getEstablished();
      return answerScan(text, {
        unitCode: identity.unit.code,
        now: session.now(),
        findDossier: store.findDossier,
        findByOldScan: store.findByOldScan,
      });
    },
    'dossier.handOver': (input) => handOverResult(session.getEstablished(), input),
    'dossier.list': ({ view, limit }) => {
      const counter = session.getEstablished();
      return counter.store.listDossiers({ view, limit, ...askedAt(counter, session.now()) });
    },
    'dossier.morning': () => {
      const counter = session.getEstablished();
      const asked = askedAt(counter, session.now());
      return {
        counts: counter.store.countDossiers(asked),
        lastDaySoon: asked.lastDaySoon,
        batches: counter.store.listSubjects('batch', { onlyOpen: true }).length,
      };
    },
    'dossier.find': ({ query, limit }) => session.getEstablished().store.searchDossiers(query, limit),
  };
}

/**
 * Why nothing may be numbered now. Asked before a date is promised and a number given out; a command that was carried out
 * before finds its dossier all the same.
 */
export function numberingRefusal({ store, clock }: EstablishedCounter, commandId?: string) {
  if (commandId !== undefined && store.wasCarriedOut(commandId)) return undefined;
  if (store.numbers().state === 'other-machine') return refuse({ code: 'other-machine' as const });
  return clock.needsConfirmation() ? refuse({ code: 'clock-unconfirmed' as const }) : undefined;
}

// Only the commit may answer that nothing was kept: an error after it stays one, and the screen asks again by the same id.

async function receiveDossier(
  counter: EstablishedCounter,
  { commandId, ...asked }: Input<'dossier.receive'>,
  chance: () => number,
) {
  const { store, publications } = counter;
  const name = `receive/${commandId}`;
  const refused = numberingRefusal(counter, name);
  if (refused) return refused;
  const acting = actionOf(counter, 'receive', name);
  if (!acting.ok) return acting;
  const { action, person, now } = acting.value;
  const reception = { ...paperIssueOf(counter, person, now), publications, chance };
  const outcome = await orStorageRefusal(() =>
    store.commit(action, (work) => receivePaidWithin(work, asked, reception)),
  );
  if (!outcome.ok) return outcome;
  counter.kickSpools();
  const { dossierId, printJobId } = outcome.value;
  return ok({ dossier: committedDossier(counter, dossierId), printJobId });
}

async function handOverResult(counter: EstablishedCounter, input: Input<'dossier.handOver'>) {
  const { commandId, dossierId, despiteMoneyDue, result, ...how } = input;
  const { identity, store, people, clock } = counter;
  // The screen was told so when the slip was scanned, and offers no hand-over.
  if (!dossierId.startsWith(identity.unit.code)) throw new BadInputError('dossier-of-another-unit');
  const name = `hand-over/${dossierId}/${commandId}`;
  const known = store.findDossier(dossierId);
  // Its release would be dated by a clock that nobody trusts.
  if (known && clock.needsConfirmation() && !store.wasCarriedOut(name))
    return refuse({ code: 'clock-unconfirmed' as const });
  const receiving = actionOf(counter, 'receive', name);
  if (!receiving.ok) return receiving;
  const { now } = receiving.value;
  const mayIssue = people.actAs('process', now).ok;
  // Who makes the result on the way does it by the permission that it needs.
  const making = mayIssue && known && !known.result ? actionOf(counter, 'process', name) : receiving;
  const { action, person } = making.ok ? making.value : receiving.value;
  const outcome = await orStorageRefusal(() =>
    store.commit(action, (work) => {
      const dossier = work.findDossier(dossierId);
      const fact = handOver({ dossierId, handedOverAt: now, ...how }, dossier);
      if (!fact.ok) return fact;
      const steps = stepsBeforeHandOver(dossier, { now, mayIssue, clerkName: person.name, result });
      if (!steps.ok) return steps;
      const restVnd = dossier && despiteMoneyDue !== true ? moneyDue(dossier) : 0;
      if (restVnd > 0) return refuse({ code: 'money-due' as const, restVnd });
      for (const step of steps.value) work.append(step);
      work.append(fact.value);
      return ok({ dossierId });
    }),
  );
  return outcome.ok ? ok(committedDossier(counter, outcome.value.dossierId)) : outcome;
}

/** đồng that were assessed and not paid. */
function moneyDue({ fees, payments, refunds }: Dossier): number {
  const { restVnd } = paymentState(fees, payments, refunds);
  return restVnd.fee + restVnd.duty;
}

export function committedDossier({ store }: Pick<EstablishedCounter, 'store'>, id: DossierId): Dossier {
  const dossier = store.findDossier(id);
  if (!dossier) throw new Error('a committed dossier is not in the store');
  return dossier;
}
