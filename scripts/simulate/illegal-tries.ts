import type { Act } from '../../domain/lifecycle/act.ts';
import { addDays } from '../../domain/plain-date.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import { ACT_KINDS, actInput, moneyOf } from './act-input.ts';
import { tryAct } from './act-attempt.ts';
import { add, change, idsIn, openBatch } from './batches.ts';
import { giveResult } from './hand-overs.ts';
import { WRONG_WISHES } from './illegal-wishes.ts';
import { seatFor } from './seat.ts';
import { type Site, todayAt } from './site.ts';

type Try = (site: Site) => Promise<void>;

/** Must be refused; that it was not is told by whoever is asked. */
export async function tryIllegally(site: Site): Promise<void> {
  site.tally.count('illegal try');
  await site.chance.pick(TRIES)(site);
}

const TRIES: readonly Try[] = [
  anyActOnAnything,
  anyActOnAnything,
  anyActOnAnything,
  anyHandOver,
  secondHandOver,
  handOverFromAbove,
  sameReceiptTwice,
  inTwoBatches,
  closeEmptyBatch,
  sameBatchTwice,
  moreThanDue,
  inThePast,
  ...WRONG_WISHES,
];

/** Any kind of act on any dossier, by whoever is signed in or by nobody. */
async function anyActOnAnything(site: Site): Promise<void> {
  const { station, chance } = site;
  const id = someId(site);
  const dossier = id === undefined ? undefined : station.store().findDossier(id);
  if (dossier) await tryAct(site, dossier.id, actInput(chance.pick(ACT_KINDS), site, dossier));
}

async function anyHandOver(site: Site): Promise<void> {
  const id = someId(site);
  if (id !== undefined) await giveResult(site, id, { despiteMoneyDue: site.chance.is(0.5) });
}

async function secondHandOver(site: Site): Promise<void> {
  const id = site.chance.find(received(site, (dossier) => dossier.handOver !== undefined));
  if (id !== undefined && (await seatFor(site, 'receive'))) await giveResult(site, id, { despiteMoneyDue: true });
}

async function handOverFromAbove(site: Site): Promise<void> {
  const id = site.chance.find([...idsIn(site, 'upstream-in-progress'), ...idsIn(site, 'in-transfer-up')]);
  if (id !== undefined && (await seatFor(site, 'receive'))) await giveResult(site, id, { despiteMoneyDue: true });
}

async function sameReceiptTwice(site: Site): Promise<void> {
  const { station, chance, receipts } = site;
  const used = chance.find(receipts.used());
  const id = chance.find(received(site, (dossier) => moneyOf(dossier).restVnd.fee > 0));
  const dossier = id === undefined ? undefined : station.store().findDossier(id);
  if (!used || !dossier || !(await seatFor(site, 'receive'))) return;
  const act = actInput('fee-collected', site, dossier);
  if (act.kind === 'fee-collected') await tryAct(site, dossier.id, { ...act, receipt: used });
}

async function inTwoBatches(site: Site): Promise<void> {
  const { chance, tally, station } = site;
  if (!(await seatFor(site, 'receive'))) return;
  const listed = station
    .store()
    .listSubjects('batch', { onlyOpen: true })
    .filter(({ state }) => state === 'open')
    .flatMap(({ items }) => items);
  const item = chance.find(listed);
  if (!item) return;
  const second = await openBatch(site, 'up');
  if (!second) return;
  if (await add(site, second, item.dossierId)) tally.fail(`${item.dossierId} stands in two batches`);
  await change(site, second, { kind: 'abandon', reason: 'Lập nhầm' });
}

async function closeEmptyBatch(site: Site): Promise<void> {
  const { tally, chance } = site;
  if (!(await seatFor(site, 'receive'))) return;
  const batch = await openBatch(site, chance.is(0.5) ? 'up' : 'down');
  if (!batch) return;
  const courier = { kind: 'clerk', name: 'Đinh Văn Hùng' } as const;
  if (await change(site, batch, { kind: 'close', courier })) tally.fail(`${batch.code} was sent empty`);
  const unknown = { dossierId: unknownId(site), originals: 1, copies: 0, note: '' };
  if (await change(site, batch, { kind: 'add', ...unknown })) tally.fail(`${batch.code} lists a dossier nobody knows`);
  await change(site, batch, { kind: 'abandon', reason: 'Lập nhầm' });
}

/** What was received is received once, sent once, given up once. */
async function sameBatchTwice(site: Site): Promise<void> {
  const { station, chance, tally } = site;
  if (!(await seatFor(site, 'receive'))) return;
  const over = station
    .store()
    .listSubjects('batch')
    .filter(({ state }) => state !== 'open' && state !== 'closed');
  const batch = chance.find(over);
  if (!batch) return;
  const signed = { signer: 'Hoàng Văn Trên', date: todayAt(site) };
  const wish = chance.pick([
    { kind: 'abandon', reason: 'Lập nhầm' },
    { kind: 'close', courier: { kind: 'clerk', name: 'Đinh Văn Hùng' } },
    { kind: 'receive-up', signed, items: [] },
    { kind: 'receive-down', items: [] },
  ] as const);
  if (await change(site, batch, wish)) tally.fail(`${batch.code} is ${batch.state} and took ${wish.kind}`);
}

async function moreThanDue(site: Site): Promise<void> {
  const { station, chance, tally } = site;
  const id = chance.find(received(site, () => true));
  const dossier = id === undefined ? undefined : station.store().findDossier(id);
  if (!dossier || !(await seatFor(site, 'receive'))) return;
  const kind = chance.is(0.5) ? 'fee-collected' : 'fee-refunded';
  const act = actInput(kind, site, dossier);
  if (act.kind !== 'fee-collected' && act.kind !== 'fee-refunded') return;
  const done = await tryAct(site, dossier.id, { ...act, feeVnd: act.feeVnd + 1_000 });
  if (done) tally.fail(`${dossier.id} took ${kind} of more than there is`);
}

/** Dates that promise what is over, or are signed tomorrow. */
async function inThePast(site: Site): Promise<void> {
  const { station, chance, tally } = site;
  const id = chance.find(received(site, () => true));
  const dossier = id === undefined ? undefined : station.store().findDossier(id);
  if (!dossier || !(await seatFor(site, 'receive'))) return;
  const yesterday = addDays(todayAt(site), -1);
  const kind = chance.pick(['supplement-requested', 'apology-issued', 'appointment-changed', 'result-issued'] as const);
  const act = wronglyDated(actInput(kind, site, dossier), { yesterday, tomorrow: addDays(yesterday, 2) });
  if (await tryAct(site, dossier.id, act)) tally.fail(`${dossier.id} took ${kind} of a day that is over`);
}

function wronglyDated(act: Act, days: { readonly yesterday: string; readonly tomorrow: string }): Act {
  switch (act.kind) {
    case 'supplement-requested':
      return { ...act, respondBy: days.yesterday };
    case 'apology-issued':
      return { ...act, newDate: days.yesterday };
    case 'appointment-changed':
      return { ...act, date: days.yesterday };
    case 'result-issued':
      return { ...act, result: { ...act.result, date: days.tomorrow } };
    default:
      return act;
  }
}

/** Also of those that wait for nothing any more. */
function someId(site: Site): DossierId | undefined {
  return site.chance.find(received(site, () => true));
}

type Holds = (dossier: NonNullable<ReturnType<ReturnType<Site['station']['store']>['findDossier']>>) => boolean;

/** Of a few that this simulation received, here or at the other station. */
function received(site: Site, holds: Holds): readonly DossierId[] {
  const { tally, chance, station } = site;
  const few = Array.from({ length: 12 }, () => chance.find(tally.acknowledged)?.dossierId);
  return few.flatMap((id) => {
    const dossier = id === undefined ? undefined : station.store().findDossier(id);
    return dossier && holds(dossier) ? [dossier.id] : [];
  });
}

/** Of this unit, and given to nobody. */
export function unknownId({ station, chance }: Site): DossierId {
  const number = String(chance.between(90_000, 99_998));
  return `0830507${20 + station.number}${number}` as DossierId;
}
