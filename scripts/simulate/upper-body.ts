import { DEFAULT_OFFICE_HOURS } from '../../domain/office-hours.ts';
import { parseStation } from '../../domain/dossier-number.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { DossierFact } from '../../domain/lifecycle/dossier-fact.ts';
import { dateOf, plainDate } from '../../domain/plain-date.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { addItem, closeBatch, openBatch } from '../../domain/transfer/batch-commands.ts';
import type { BatchDecision, BatchRefusal } from '../../domain/transfer/batch-decision.ts';
import { receiveBatch } from '../../domain/transfer/batch-receipt.ts';
import { type TransferBatch, unansweredItems } from '../../domain/transfer/transfer-batch.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Work } from '../../sync/counter-store.ts';
import { type OpenCounterStore, openCounterStore } from '../../sync/open-counter-store.ts';
import type { Chance } from './chance.ts';
import type { WallClock } from './sim-clock.ts';
import type { Tally } from './tally.ts';

const UNIT: Unit = {
  code: '00235',
  name: 'Bảo hiểm xã hội huyện Yên Lập',
  upperNames: ['Tỉnh Phú Thọ'],
  organisationCode: '000.00.22.H44',
  sample: true,
  effectiveFrom: plainDate('2018-01-01'),
};
const COMMUNE = 'Xã Xuân Viên';
const SIGNER = 'Hoàng Văn Trên';
const MOST_ITEMS = 20;

export type UpperBodyParts = {
  readonly folder: string;
  readonly clock: WallClock;
  readonly chance: Chance;
  readonly tally: Tally;
};

/** The body above: a store of its own, and a program of its own that writes what it does into its log. */
export class UpperBody {
  readonly store: OpenCounterStore;
  readonly #parts: UpperBodyParts;

  constructor(parts: UpperBodyParts) {
    this.#parts = parts;
    this.store = openCounterStore({ folder: parts.folder });
    const station = parseStation(1);
    if (station === undefined) throw new RangeError('no station 1');
    const opening = { machine: 'machine-U', appVersion: '0.0.0', clock: this.#reading() };
    this.store.establish({ unit: UNIT, station, clerkName: SIGNER, log: 'upper.00235.01' }, opening);
  }

  /** Where its file is. */
  get folder(): string {
    return this.#parts.folder;
  }

  /** What it gets done on one occasion. */
  work(): void {
    const { chance } = this.#parts;
    for (const batch of this.store.listSubjects('batch', { onlyOpen: true })) {
      if (batch.direction === 'up' && batch.state === 'closed' && chance.is(0.2)) this.#signFor(batch);
    }
    for (const dossier of this.#dossiersIn('upstream-in-progress')) if (chance.is(0.15)) this.#decide(dossier);
    if (chance.is(0.5)) this.#sendDown();
  }

  /** Signs for what came. It writes so itself, so nothing stands there of a paper. */
  #signFor(batch: TransferBatch): void {
    const { chance } = this.#parts;
    this.#commit('batch signed for', (work) => {
      const items = unansweredItems(batch).map(({ dossierId }) =>
        chance.is(0.95)
          ? { dossierId, accepted: true as const }
          : { dossierId, accepted: false as const, reason: 'Thiếu tờ khai' },
      );
      const signed = { signer: SIGNER, date: dateOf(this.#now()) };
      const decided = receiveBatch(batch, { signed, items }, this.#circumstances(work));
      // Something of the list has not come here over the line yet.
      if (!decided.ok) return decided;
      append(work, withoutPaper(decided.value));
      return ok({});
    });
  }

  #decide({ id: dossierId }: Dossier): void {
    const { chance } = this.#parts;
    const at = this.#now();
    const result = { number: `${chance.between(1, 999)}/BHXH`, date: dateOf(at), signer: SIGNER };
    const fact: DossierFact = chance.is(0.12)
      ? {
          kind: 'upstream-returned',
          dossierId,
          payload: { at, reason: 'Chưa rõ nơi cư trú', pausesLimit: chance.is(0.5) },
        }
      : { kind: 'upstream-result-issued', dossierId, payload: { at, result, isRefusal: chance.is(0.05) } };
    this.#commit(fact.kind, (work) => {
      work.append(fact);
      return ok({});
    });
  }

  /** What is signed goes down on one list, opened, filled and closed at once. */
  #sendDown(): void {
    const sent = this.store.listSubjects('batch', { onlyOpen: true });
    const isListed = (id: string) =>
      sent.some(({ direction, items }) => direction === 'down' && items.some(({ dossierId }) => dossierId === id));
    const ready = this.#dossiersIn('in-transfer-down').filter(({ id }) => !isListed(id));
    if (ready.length < 2) return;
    this.#commit('batch sent down', (work) => {
      const now = this.#now();
      const counted = { of: 'transfer-batch', date: dateOf(now) } as const;
      const { station } = this.#identity();
      const bodies = { from: UNIT.name, to: COMMUNE, unitCode: UNIT.code, station };
      const opened = openBatch({ direction: 'down', ...bodies, used: work.used(counted) }, now);
      if (!opened.ok) return opened;
      work.take(counted);
      append(work, opened.value);
      const { code } = opened.value.batchFact.payload;
      const step = (decide: (batch: TransferBatch) => Result<BatchDecision, BatchRefusal>) => {
        const batch = work.findSubject('batch', code);
        const decided = batch ? decide(batch) : refuse({ code: 'batch-unknown' as const });
        if (decided.ok) append(work, decided.value);
        return decided;
      };
      for (const { id } of ready.slice(0, MOST_ITEMS)) {
        step((batch) =>
          addItem(batch, { dossierId: id, originals: 1, copies: 0, note: '' }, this.#circumstances(work)),
        );
      }
      const courier = { kind: 'clerk', name: SIGNER } as const;
      const closed = step((batch) => closeBatch(batch, { courier }, this.#circumstances(work)));
      return closed.ok ? ok({}) : closed;
    });
  }

  #commit(what: string, act: (work: Work) => Result<Record<string, never>, { readonly code: string }>): void {
    const done = this.store.commit({ actor: SIGNER, clock: this.#reading() }, act);
    this.#parts.tally.count(done.ok ? `upper body: ${what}` : `upper body: ${what} not possible`);
  }

  #circumstances(work: Work) {
    return {
      now: this.#now(),
      rules: { hours: DEFAULT_OFFICE_HOURS },
      dossierOf: work.findDossier,
      batches: work.listSubjects('batch', { onlyOpen: true }),
    };
  }

  #dossiersIn(status: Dossier['status']): readonly Dossier[] {
    const { rows } = this.store.listDossiers({
      view: 'waiting',
      now: this.#now(),
      lastDaySoon: dateOf(this.#now()),
      limit: 1_000,
    });
    return rows.filter((row) => row.status === status).flatMap(({ id }) => this.store.findDossier(id) ?? []);
  }

  #identity() {
    const identity = this.store.identity();
    if (!identity) throw new Error('the body above is not set up');
    return identity;
  }

  #now() {
    return this.#parts.clock.now();
  }

  #reading() {
    return { at: this.#parts.clock.nowMs(), clockQuality: 'free' } as const;
  }
}

function append(work: Pick<Work, 'append'>, { batchFact, dossierFacts }: BatchDecision): void {
  work.append(batchFact);
  for (const fact of dossierFacts) work.append(fact);
}

function withoutPaper({ batchFact, dossierFacts }: BatchDecision<'batch-received'>): BatchDecision<'batch-received'> {
  const { onPaper: _paper, ...payload } = { onPaper: undefined, ...batchFact.payload };
  return {
    batchFact: { ...batchFact, payload },
    dossierFacts: dossierFacts.map((fact) => {
      if (fact.kind !== 'transfer-received' && fact.kind !== 'transfer-rejected') return fact;
      const { onPaper: _said, ...said } = fact.payload;
      return { ...fact, payload: said } as DossierFact;
    }),
  };
}
