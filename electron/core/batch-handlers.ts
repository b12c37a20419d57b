import type { Dossier } from '../../domain/dossier.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { type BatchChange, decideBatchChange } from '../../domain/transfer/batch-change.ts';
import type { BatchCode } from '../../domain/transfer/batch-code.ts';
import { openBatch } from '../../domain/transfer/batch-commands.ts';
import type { BatchDecision, BatchRefusal } from '../../domain/transfer/batch-decision.ts';
import { batchList } from '../../domain/transfer/batch-list.ts';
import type { TransferBatch } from '../../domain/transfer/transfer-batch.ts';
import type { Work } from '../../sync/counter-store.ts';
import type { Handlers, Input } from '../contract/commands.ts';
import type { BatchDossier } from '../contract/views.ts';
import { actionOf } from './acting.ts';
import type { CounterSession, EstablishedCounter } from './counter-session.ts';
import { numberingRefusal } from './dossier-handlers.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type BatchCommand = 'batch.open' | 'batch.change' | 'batch.list' | 'batch.get';

/** Transfer batches (lô bàn giao), up and down: each step is one commit for the batch and all its dossiers. */
export function batchHandlers(session: CounterSession): Pick<Handlers, BatchCommand> {
  return {
    'batch.open': (input) => open(session.getEstablished(), input),
    'batch.change': (input) => change(session.getEstablished(), input),
    'batch.list': (which) => session.getEstablished().store.listSubjects('batch', which),
    'batch.get': ({ code }) => {
      const { store } = session.getEstablished();
      const batch = store.findSubject('batch', code);
      if (!batch) return null;
      const dossiers = batch.items.flatMap(({ dossierId }) => {
        const dossier = store.findDossier(dossierId);
        return dossier ? [standing(dossier)] : [];
      });
      return { batch, list: batchList(batch, store.findDossier), dossiers };
    },
  };
}

function standing({ id: dossierId, status, intake, carriedOver }: Dossier): BatchDossier {
  const procedureAlias = intake?.procedure.alias ?? carriedOver?.procedure.name;
  return { dossierId, status, ...(procedureAlias === undefined ? {} : { procedureAlias }) };
}

async function open(counter: EstablishedCounter, { commandId, direction, otherBody }: Input<'batch.open'>) {
  const name = `batch-open/${commandId}`;
  const refused = numberingRefusal(counter, name);
  if (refused) return refused;
  const acting = actionOf(counter, 'receive', name);
  if (!acting.ok) return acting;
  const { action, now } = acting.value;
  const { unit, station } = counter.identity;
  const outcome = await orStorageRefusal(() =>
    counter.store.commit(action, (work): Result<{ code: BatchCode }, BatchRefusal> => {
      const counted = { of: 'transfer-batch', date: dateOf(now) } as const;
      const [from, to] = direction === 'up' ? [unit.name, otherBody] : [otherBody, unit.name];
      const used = work.used(counted);
      const opened = openBatch({ direction, from, to, unitCode: unit.code, station, used }, now);
      if (!opened.ok) return opened;
      work.take(counted);
      append(work, opened.value);
      return ok({ code: opened.value.batchFact.payload.code });
    }),
  );
  return outcome.ok ? ok(committedBatch(counter, outcome.value.code)) : outcome;
}

async function change(counter: EstablishedCounter, { commandId, code, change: wish }: Input<'batch.change'>) {
  const name = `batch-change/${code}/${commandId}`;
  const refused = numberingRefusal(counter, name);
  if (refused) return refused;
  const acting = actionOf(counter, 'receive', name);
  if (!acting.ok) return acting;
  const { action, now } = acting.value;
  const outcome = await orStorageRefusal(() =>
    counter.store.commit(
      action,
      (work): Result<{ code: BatchCode }, BatchRefusal | { readonly code: 'batch-unknown' }> => {
        const batch = work.findSubject('batch', code);
        if (!batch) return refuse({ code: 'batch-unknown' });
        const decided = decideBatchChange(batch, wish, {
          now,
          dossierOf: work.findDossier,
          batches: batchesInHand(work, wish),
          rules: counter.publications.counting(),
        });
        if (!decided.ok) return decided;
        append(work, decided.value);
        return ok({ code });
      },
    ),
  );
  return outcome.ok ? ok(committedBatch(counter, code)) : outcome;
}

/** Those a dossier could stand in already: open, or on the way. */
function batchesInHand(work: Pick<Work, 'listSubjects'>, { kind }: BatchChange): readonly TransferBatch[] {
  // Only what puts a dossier on a list or sends it has to look at the others.
  if (kind !== 'add' && kind !== 'close') return [];
  return work.listSubjects('batch', { onlyOpen: true });
}

function append(work: Pick<Work, 'append'>, { batchFact, dossierFacts }: BatchDecision): void {
  work.append(batchFact);
  for (const fact of dossierFacts) work.append(fact);
}

function committedBatch({ store }: EstablishedCounter, code: BatchCode): TransferBatch {
  const batch = store.findSubject('batch', code);
  if (!batch) throw new Error('a committed batch is not in the store');
  return batch;
}
