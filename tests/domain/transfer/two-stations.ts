import type { Dossier } from '../../../domain/dossier.ts';
import { eventId, type OrderKey } from '../../../domain/dossier-event.ts';
import type { OrderedFact } from '../../../domain/lifecycle/course.ts';
import type { DossierFact } from '../../../domain/lifecycle/dossier-fact.ts';
import type { DossierState } from '../../../domain/lifecycle/dossier-state.ts';
import { projectDossier } from '../../../domain/lifecycle/project-dossier.ts';
import { fits } from '../../../domain/lifecycle/transition.ts';
import { type Result, unreachable } from '../../../domain/result.ts';
import type { DossierId } from '../../../domain/scan-code.ts';
import { type BatchChange, decideBatchChange } from '../../../domain/transfer/batch-change.ts';
import { openBatch } from '../../../domain/transfer/batch-commands.ts';
import type { BatchDecision, BatchRefusal } from '../../../domain/transfer/batch-decision.ts';
import type { BatchDirection, BatchFact, OrderedBatchFact } from '../../../domain/transfer/batch-event.ts';
import { projectBatch, type TransferBatch, unansweredItems } from '../../../domain/transfer/transfer-batch.ts';
import { stationOf } from '../fixtures.ts';
import { SAMPLES } from '../lifecycle/samples.ts';
import {
  BY_CLERK,
  circumstances,
  codeOf,
  COMMUNE,
  dossierId,
  factsUpTo,
  item,
  NOW,
  placed,
  RESULT,
  SIGNED,
  UPPER_BODY,
} from './batches.ts';

export const DOSSIERS = [1, 2, 3, 4, 5].map(dossierId);

/** Something that a clerk does with a batch; `batch` counts round among those the station knows. */
type BatchMove =
  | { readonly do: 'open'; readonly direction: BatchDirection }
  | { readonly do: 'add' | 'remove'; readonly batch: number; readonly dossier: DossierId }
  | { readonly do: 'close' | 'abandon'; readonly batch: number }
  /** Of what is on the list, these are rejected on the way up, or not in the bag on the way down; another is. */
  | { readonly do: 'receive'; readonly batch: number; readonly without: readonly DossierId[]; readonly and: DossierId };

export type Move =
  | BatchMove
  /** The body above says so by its own program, or the citizen changes their mind. */
  | { readonly do: 'happen'; readonly kind: 'upstream-result-issued' | 'withdrawn'; readonly dossier: DossierId }
  | { readonly do: 'sync' };

type Written = (OrderedFact | OrderedBatchFact) & OrderKey;

/** What one computer knows, folded. */
export type View = { readonly dossiers: readonly Dossier[]; readonly batches: readonly TransferBatch[] };

const STARTS: readonly DossierState[] = [
  'awaiting-transfer-up',
  'awaiting-transfer-up',
  'awaiting-transfer-up',
  'upstream-in-progress',
  'in-transfer-down',
];
const EARLIER = codeOf(19, 98);

/** Two computers at one counter, each with what it has seen so far. Three dossiers await their transfer, two come back. */
export class TwoStations {
  readonly #seen: [Map<string, Written>, Map<string, Written>] = [new Map(), new Map()];
  readonly #opened = [0, 0];

  constructor() {
    DOSSIERS.forEach((id, i) => this.#write(0, factsUpTo(id, STARTS[i] ?? 'awaiting-transfer-up', EARLIER)));
    this.sync();
  }

  move(at: 0 | 1, move: Move): void {
    const view = this.view(at);
    if (move.do === 'sync') return this.sync();
    if (move.do === 'happen') {
      const dossier = view.dossiers.find(({ id }) => id === move.dossier);
      if (dossier && fits(move.kind, dossier.status))
        this.#write(at, [{ ...SAMPLES[move.kind], dossierId: dossier.id }]);
      return;
    }
    const decision = this.#decide(at, move, view);
    if (!decision?.ok) return;
    this.#write(at, [decision.value.batchFact, ...decision.value.dossierFacts]);
    if (move.do === 'open') this.#opened[at] = (this.#opened[at] ?? 0) + 1;
  }

  sync(): void {
    const all = [...this.#seen[0], ...this.#seen[1]];
    for (const seen of this.#seen) for (const [id, fact] of all) seen.set(id, fact);
  }

  view(at: 0 | 1): View {
    const facts = [...this.#seen[at].values()];
    const codes = new Set(facts.flatMap((fact) => ('subject' in fact ? [fact.subject] : [])));
    return {
      dossiers: DOSSIERS.flatMap((id) => projectDossier(this.dossierFacts(at, id)) ?? []),
      batches: [...codes].flatMap(
        (code) =>
          projectBatch(facts.flatMap((fact) => ('subject' in fact && fact.subject === code ? [fact] : []))) ?? [],
      ),
    };
  }

  dossierFacts(at: 0 | 1, id: DossierId): readonly OrderedFact[] {
    return [...this.#seen[at].values()].flatMap((fact) => ('dossierId' in fact && fact.dossierId === id ? [fact] : []));
  }

  #decide(at: 0 | 1, move: BatchMove, { dossiers, batches }: View): Result<BatchDecision, BatchRefusal> | undefined {
    if (move.do === 'open') {
      const [from, to] = move.direction === 'up' ? [COMMUNE, UPPER_BODY] : [UPPER_BODY, COMMUNE];
      const numbers = { unitCode: '08305', station: stationOf(at + 1), used: this.#opened[at] ?? 0 };
      return openBatch({ direction: move.direction, from, to, ...numbers }, NOW);
    }
    const batch = batches[move.batch % batches.length];
    return batch && decideBatchChange(batch, changeOf(move, batch), circumstances(dossiers, batches));
  }

  #write(at: 0 | 1, facts: readonly (DossierFact | OrderedBatchFact | BatchFact)[]): void {
    const seen = this.#seen[at];
    const log = at === 0 ? 'a' : 'b';
    for (const fact of facts) {
      const known = [...seen.values()];
      const lamport = 1 + Math.max(0, ...known.map((each) => each.lamport));
      const seq = 1 + known.filter((each) => each.log === log).length;
      const written = placed(fact, { lamport, log, seq });
      seen.set(eventId(written), written);
    }
  }
}

function changeOf(move: Exclude<BatchMove, { readonly do: 'open' }>, batch: TransferBatch): BatchChange {
  switch (move.do) {
    case 'add':
      return { kind: 'add', ...item(move.dossier) };
    case 'remove':
      return { kind: 'remove', dossierId: move.dossier };
    case 'close':
      return { kind: 'close', courier: BY_CLERK };
    case 'abandon':
      return { kind: 'abandon', reason: 'Lập nhầm' };
    case 'receive':
      return batch.direction === 'up' ? signature(move, batch) : bag(move, batch);
    default:
      return unreachable(move);
  }
}

type Receipt = Extract<BatchMove, { readonly do: 'receive' }>;

function signature({ without }: Receipt, batch: TransferBatch): BatchChange {
  const items = unansweredItems(batch).map(({ dossierId: id }) =>
    without.includes(id)
      ? ({ dossierId: id, accepted: false, reason: 'Thiếu bản chính' } as const)
      : ({ dossierId: id, accepted: true } as const),
  );
  return { kind: 'receive-up', signed: SIGNED, items };
}

function bag({ without, and }: Receipt, batch: TransferBatch): BatchChange {
  const announced = unansweredItems(batch).map((each) => each.dossierId);
  const inBag = new Set([...announced.filter((id) => !without.includes(id)), and]);
  return { kind: 'receive-down', items: [...inBag].map((id) => ({ dossierId: id, result: RESULT })) };
}
