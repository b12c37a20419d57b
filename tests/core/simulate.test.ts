import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Dossier } from '../../domain/dossier.ts';
import type { StoredEvent } from '../../domain/dossier-event.ts';
import type { CashList } from '../../domain/fees/cash-list.ts';
import { type Report06a, report06a } from '../../domain/report/report-06a.ts';
import type { TransferBatch } from '../../domain/transfer/transfer-batch.ts';
import { cashTrouble, takingsTrouble } from '../../scripts/simulate/check-money.ts';
import {
  differenceTroubles,
  eventsIn,
  eventTroubles,
  numberTroubles,
  openBatchTroubles,
  projectionTroubles,
  receptionCheck,
} from '../../scripts/simulate/check-records.ts';
import { carryTroubles, identityTroubles, registerTroubles } from '../../scripts/simulate/check-reports.ts';
import { unexplained } from '../../scripts/simulate/contradictions.ts';
import { whyNot, whyNotHandOver } from '../../scripts/simulate/oracle.ts';
import { refusalCode } from '../../scripts/simulate/refusal-code.ts';
import { Relay } from '../../scripts/simulate/relay.ts';
import { Chance } from '../../scripts/simulate/chance.ts';
import { type Outcome, simulate } from '../../scripts/simulate/simulate.ts';
import { FIRST_DAY, type World } from '../../scripts/simulate/world.ts';

const SEED = 2020;
const DAYS = 3;

/** What three days of a commune left behind. */
type Left = {
  readonly dossiers: readonly Dossier[];
  readonly events: readonly StoredEvent[];
  readonly cash: CashList;
  readonly report: Report06a;
  readonly tampered: { readonly tables: readonly string[]; readonly events: readonly string[] };
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'simulate-test-'));
let outcome: Outcome;
let left: Left;

beforeAll(async () => {
  outcome = await simulate({
    seed: SEED,
    days: DAYS,
    folder,
    beforeEnd: async (world) => {
      left = await lookAt(world);
    },
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function lookAt({ a }: World): Promise<Left> {
  const store = a.station.store();
  const dossiers = [...store.eachDossier()];
  const cash = await a.station.try('report.cashList', { day: FIRST_DAY });
  if (!cash.ok) throw new Error(`no cash list: ${cash.code}`);
  const { db } = store.database;
  db.exec("UPDATE dossier SET status = 'handed-over' WHERE status = 'in-progress'");
  db.exec(`INSERT INTO event_trouble (event_id, code) SELECT id, 'unreadable' FROM event LIMIT 1`);
  return {
    dossiers,
    events: eventsIn(store),
    cash: cash.value,
    report: report06a(dossiers, { from: FIRST_DAY, until: FIRST_DAY }, a.station.publications().all()),
    tampered: { tables: projectionTroubles(a.station.folder), events: eventTroubles(store) },
  };
}

/** The first dossier that was received here. */
function received(): Dossier & { readonly intake: NonNullable<Dossier['intake']> } {
  for (const dossier of left.dossiers) if (dossier.intake) return { ...dossier, intake: dossier.intake };
  throw new Error('nothing was received');
}

test(`a commune lives through ${DAYS} days of legal and illegal work, and everything holds`, () => {
  expect(outcome.tally.troubles()).toEqual([]);
  expect([outcome.lost, outcome.duplicate]).toEqual([[], []]);
  expect(outcome.tally.acknowledged.length).toBeGreaterThan(50);
  expect(outcome.tally.of('hand-over')).toBeGreaterThan(5);
  expect(outcome.tally.refused().size).toBeGreaterThan(20);
  expect(outcome.tally.refused().has('unnamed')).toBe(false);
});

test('a row that is not what the events say is found', () => {
  expect(left.tampered.tables.length).toBeGreaterThan(0);
});

test('an event that could not be read is found', () => {
  expect(left.tampered.events).toHaveLength(1);
});

test('a dossier that is another one on the other station is found, and one that is missing there', () => {
  const [first, ...others] = left.dossiers;
  if (!first) throw new Error('there are no dossiers');
  expect(differenceTroubles(left.dossiers, left.dossiers)).toEqual([]);
  expect(differenceTroubles(left.dossiers, [{ ...first, supplementsAsked: 7 }, ...others])).toHaveLength(1);
  expect(differenceTroubles(left.dossiers, others)).toHaveLength(2);
});

test('a reception that was acknowledged and is lost is found, and one that nobody was told of', () => {
  const [first, ...others] = outcome.tally.acknowledged;
  if (!first) throw new Error('nothing was received');
  const without = left.dossiers.filter(({ id }) => id !== first.dossierId);
  expect(receptionCheck(outcome.tally.acknowledged, left.events, without).lost).toHaveLength(1);
  expect(receptionCheck(others, left.events, left.dossiers).duplicate).toHaveLength(1);
  const ofLog = left.events.filter(({ kind }) => kind === 'received');
  expect(
    receptionCheck(outcome.tally.acknowledged, [...ofLog, ...ofLog.slice(0, 1)], left.dossiers).duplicate,
  ).toHaveLength(1);
});

test('numbers that two dossiers bear are found', () => {
  const dossier = received();
  const twice = [...left.dossiers, { ...dossier, id: '08305012099999' as Dossier['id'] }];
  expect(numberTroubles(left.dossiers)).toEqual([]);
  // Scan code, dossier number, place in the book.
  expect(numberTroubles(twice)).toHaveLength(3);
  expect(registerTroubles(twice, { from: FIRST_DAY, until: FIRST_DAY })).toHaveLength(2);
});

test('a report with a broken column is found, and one that carries over what was not left', () => {
  const { report } = left;
  const { received: column } = report.total;
  const broken = { ...report, total: { ...report.total, received: { ...column, online: column.online + 1 } } };
  expect(identityTroubles(report)).toEqual([]);
  expect(identityTroubles(broken)).toHaveLength(1);
  expect(carryTroubles([report, report]).length).toBe(column.carried === report.total.pending.total ? 0 : 1);
  expect(identityTroubles({ ...report, rows: report.rows.slice(1) }).length).toBeGreaterThan(0);
});

test('cash that does not add up is found, and cash that no event took', () => {
  const { cash } = left;
  expect(cash.rows.length).toBeGreaterThan(0);
  expect(cashTrouble(cash)).toEqual([]);
  expect(cashTrouble({ ...cash, byClerk: cash.byClerk.slice(1) })).toHaveLength(1);
  const ofFirstDay = left.events.filter(({ kind, at }) => kind !== 'fee-collected' || at < Date.UTC(2020, 3, 20, 17));
  const first = ofFirstDay.filter(({ kind, at }) => kind !== 'fee-refunded' || at < Date.UTC(2020, 3, 20, 17));
  expect(takingsTrouble([cash], first)).toEqual([]);
  expect(
    takingsTrouble(
      [cash],
      first.filter(({ kind }) => kind !== 'fee-collected'),
    ),
  ).toHaveLength(1);
  expect(takingsTrouble([], first)).toHaveLength(1);
});

test('a dossier on two open lists is found', () => {
  const item = { dossierId: received().id, originals: 1, copies: 0, note: '' };
  const batch = { code: 'BG-08305-200420-1001', state: 'open', items: [item] } as unknown as TransferBatch;
  expect(openBatchTroubles([batch])).toEqual([]);
  expect(openBatchTroubles([batch, batch])).toHaveLength(1);
  expect(openBatchTroubles([batch, { ...batch, state: 'abandoned' }])).toEqual([]);
});

test('a contradiction in one log, which nobody can have written apart, is found', () => {
  const dossier = received();
  const { log, seq } = dossier.intake;
  const anomalies = [{ code: 'out-of-place', kind: 'received', log, seq }] as const;
  const trail = dossier.trail.filter((entry) => entry.log === log);
  const relay = new Relay(new Chance(1));
  expect(unexplained({ ...dossier, anomalies, trail }, relay)).toHaveLength(1);
  const elsewhere = {
    kind: 'withdrawn',
    at: dossier.intake.receivedAt,
    actor: '',
    log: 'other.log',
    seq: 1,
    to: 'withdrawn',
  } as const;
  expect(unexplained({ ...dossier, anomalies, trail: [...trail, elsewhere] }, relay)).toEqual([]);
});

test('the oracle forbids what the table forbids, for the state, the person and the date', () => {
  const dossier: Dossier = { ...received(), status: 'handed-over' };
  const by = {
    permissions: ['receive', 'head'] as const,
    now: dossier.trail[0]?.at ?? received().intake.receivedAt,
    isReceiptUsed: () => false,
  };
  expect(whyNot({ kind: 'withdrawn', reason: '' }, dossier, by)).toBeDefined();
  expect(whyNot({ kind: 'withdrawn', reason: '' }, { ...dossier, status: 'received' }, by)).toBeUndefined();
  expect(
    whyNot({ kind: 'withdrawn', reason: '' }, { ...dossier, status: 'received' }, { ...by, permissions: [] }),
  ).toBeDefined();
  const result = { number: '', date: '2099-01-01', signer: '' };
  const process = { ...by, permissions: ['process'] as const };
  expect(whyNot({ kind: 'result-issued', result }, { ...dossier, status: 'in-progress' }, process)).toBeDefined();
  expect(whyNotHandOver({ ...dossier, status: 'awaiting-supplement' }, ['receive', 'process'])).toBeDefined();
  expect(whyNotHandOver(undefined, ['receive'])).toBeUndefined();
});

test('a refusal is named by its code and that of the refusal inside it', () => {
  expect(refusalCode({ code: 'payment', refusal: { code: 'receipt-used' } })).toBe('payment/receipt-used');
  expect(refusalCode({ code: 'fields', fields: [{ field: 'sets', code: 'out-of-range' }] })).toBe(
    'fields/out-of-range',
  );
  expect(refusalCode({})).toBe('unnamed');
});
