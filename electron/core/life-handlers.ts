import { receiptKey } from '../../domain/fees/payment.ts';
import { decideAct } from '../../domain/lifecycle/decide-act.ts';
import type { DossierFactKind } from '../../domain/lifecycle/dossier-fact.ts';
import { receivedAtOf } from '../../domain/lifecycle/new-appointment.ts';
import { permissionFor, permissionsFor } from '../../domain/lifecycle/transition.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { PersonRefusal } from '../contract/refusals.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { Act, ActRefusal } from '../../domain/lifecycle/act.ts';
import type { Work } from '../../sync/counter-store.ts';
import type { Handlers, Input } from '../contract/commands.ts';
import { actionOf, type PersonalAction } from './acting.ts';
import { nextFormNumber, takeFormNumber } from './before-intake-handlers.ts';
import { certifyWithin } from './certify.ts';
import type { CounterSession, EstablishedCounter } from './counter-session.ts';
import { committedDossier, numberingRefusal } from './dossier-handlers.ts';
import { sidesOf } from './dossier-sides.ts';
import { knownPeople } from './known-people.ts';
import type { Machine } from './machine.ts';
import { cancelPapersOf, paperIssueOf, queuePapersAfter } from './paper-issue.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type LifeCommand = 'dossier.act' | 'dossier.certify' | 'dossier.sides' | 'person.suggest';

/** The life of a dossier after its reception, and who it is for. */
export function lifeHandlers(session: CounterSession, machine: Machine): Pick<Handlers, LifeCommand> {
  return {
    'dossier.act': (input) => act(session.getEstablished(), input),
    'dossier.certify': (input) => certify(session.getEstablished(), input, machine.chance),
    'dossier.sides': ({ id }) => {
      const counter = session.getEstablished();
      const dossier = counter.store.findDossier(id);
      return dossier ? sidesOf(dossier, counter, session.now()) : null;
    },
    'person.suggest': ({ typed }) => knownPeople(session.getEstablished().store, typed),
  };
}

async function act(counter: EstablishedCounter, { commandId, dossierId, act: wish }: Input<'dossier.act'>) {
  const { store, publications, identity } = counter;
  const known = store.findDossier(dossierId);
  const name = `act/${dossierId}/${commandId}`;
  const refused = numberingRefusal(counter, name);
  if (refused) return refused;
  const acting = actingFor(counter, { wish, known, name });
  if (!acting.ok) return acting;
  const { action, person, now } = acting.value;
  const outcome = await orStorageRefusal(() =>
    store.commit(action, (work): Result<{ dossierId: DossierId }, ActRefusal> => {
      const dossier = work.findDossier(dossierId);
      if (!dossier) return refuse({ code: 'dossier-unknown' });
      const fact = decideAct(wish, dossier, {
        now,
        rules: publications.counting(),
        formNumber: nextFormNumber(work, identity, now),
        ...feesBehind(dossier, counter),
        usedReceipts: usedReceipts(work, wish),
      });
      if (!fact.ok) return fact;
      takeFormNumber(work, fact.value);
      work.append(fact.value);
      cancelPapersOf(work, fact.value, dossier);
      queuePapersAfter(work, fact.value, paperIssueOf(counter, person, now));
      return ok({ dossierId });
    }),
  );
  if (!outcome.ok) return outcome;
  counter.kickSpools();
  return ok(committedDossier(counter, outcome.value.dossierId));
}

/** Whoever may do it by any of its permissions. To take a step back needs what the step itself needed. */
function actingFor(
  counter: EstablishedCounter,
  { wish, known, name }: { readonly wish: Act; readonly known: Dossier | undefined; readonly name: string },
): Result<PersonalAction, PersonRefusal> {
  const kind: DossierFactKind = wish.kind === 'step-undone' ? (known?.lastUndoable?.kind ?? wish.kind) : wish.kind;
  const [first, ...others] = permissionsFor(kind, known?.status ?? 'intake-unknown');
  const acting = actionOf(counter, first ?? 'head', name);
  if (acting.ok) return acting;
  return others.map((permission) => actionOf(counter, permission, name)).find((other) => other.ok) ?? acting;
}

/** By the rules of the day of its receipt, as far as its procedure is known. */
function feesBehind(dossier: Dossier, { publications }: EstablishedCounter) {
  const code = dossier.intake?.procedure.code ?? dossier.carriedOver?.procedure.code ?? '';
  const receivedAt = receivedAtOf(dossier);
  const procedure = receivedAt && publications.find(code, dateOf(receivedAt));
  return { feeRules: procedure?.fees ?? [], councilAmounts: publications.unitRules().councilAmounts[code] ?? {} };
}

async function certify(counter: EstablishedCounter, input: Input<'dossier.certify'>, chance: () => number) {
  const { store, publications } = counter;
  const commandId = `certify/${input.commandId}`;
  const refused = numberingRefusal(counter, commandId);
  if (refused) return refused;
  const receiving = actionOf(counter, 'receive', commandId);
  if (!receiving.ok) return receiving;
  // Who makes the result on the way does it by the permission that it needs.
  const acting = actionOf(counter, permissionFor('result-issued'), commandId);
  if (!acting.ok) return acting;
  const { action, person, now } = acting.value;
  const reception = { ...paperIssueOf(counter, person, now), publications, chance };
  const outcome = await orStorageRefusal(() => store.commit(action, (work) => certifyWithin(work, input, reception)));
  if (!outcome.ok) return outcome;
  counter.kickSpools();
  const { dossierId, printJobId } = outcome.value;
  return ok({ dossier: committedDossier(counter, dossierId), printJobId });
}

/** Only the receipt that is about to be written matters. */
function usedReceipts(work: Pick<Work, 'isReceiptUsed'>, wish: Act): ReadonlySet<string> {
  const key = wish.kind === 'fee-collected' ? receiptKey(wish.receipt) : undefined;
  return new Set(key !== undefined && work.isReceiptUsed(key) ? [key] : []);
}
