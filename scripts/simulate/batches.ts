import type { DossierId } from '../../domain/scan-code.ts';
import type { KnownState } from '../../domain/lifecycle/dossier-state.ts';
import { momentOf } from '../../domain/plain-date.ts';
import type { BatchChange } from '../../domain/transfer/batch-change.ts';
import type { ScannedItem } from '../../domain/transfer/batch-receipt.ts';
import { type TransferBatch, unansweredItems } from '../../domain/transfer/transfer-batch.ts';
import { seatFor } from './seat.ts';
import { type Site, todayAt } from './site.ts';

const UPPER = 'Bảo hiểm xã hội huyện Yên Lập';
const MOST_ITEMS = 25;

/** What the commune does about its batches on one occasion: fill, send, sign for, scan. */
export async function lookAfterBatches(site: Site): Promise<void> {
  const { station, chance } = site;
  if (!(await seatFor(site, 'receive'))) return;
  const inHand = station.store().listSubjects('batch', { onlyOpen: true });
  for (const batch of inHand.filter(({ state }) => state === 'closed')) {
    if (batch.direction === 'up' && chance.is(0.3)) await receiveUp(site, batch);
    if (batch.direction === 'down' && chance.is(0.5)) await receiveDown(site, batch);
  }
  const open = inHand.find(({ state, direction }) => state === 'open' && direction === 'up');
  await fillAndSend(site, open);
  if (chance.is(0.15)) await receiveOnPaper(site);
}

async function fillAndSend(site: Site, known: TransferBatch | undefined): Promise<void> {
  const waiting = idsIn(site, 'awaiting-transfer-up').slice(0, MOST_ITEMS);
  if (!known && waiting.length < 2) return;
  const batch = known ?? (await openBatch(site, 'up'));
  if (!batch) return;
  const listed = new Set(batch.items.map(({ dossierId }) => dossierId));
  for (const dossierId of waiting) {
    if (!listed.has(dossierId) && site.chance.is(0.9)) await add(site, batch, dossierId);
  }
  await send(site, batch);
}

/** Some wait for more until the next day, and one in a while never leaves. */
async function send(site: Site, batch: TransferBatch): Promise<void> {
  const { chance, tally } = site;
  for (const { dossierId } of findBatch(site, batch)?.items ?? []) {
    // What was withdrawn or sent back to the citizen meanwhile holds up all others.
    const isAway = site.station.store().findDossier(dossierId)?.status !== 'awaiting-transfer-up';
    if (chance.is(isAway ? 0.8 : 0.02)) await change(site, batch, { kind: 'remove', dossierId });
  }
  if (chance.is(0.04)) {
    await change(site, batch, { kind: 'abandon', reason: 'Lập nhầm' });
  } else if (chance.is(0.7)) {
    const isSent = await change(site, batch, { kind: 'close', courier: courierOf(site) });
    if (!isSent) return;
    // The wrong list, seen before the papers left.
    if (chance.is(0.06)) await change(site, batch, { kind: 'abandon', reason: 'Đóng nhầm' });
    else tally.count('batch up');
  }
}

/** The signed list came back: most is taken, some is not. */
async function receiveUp(site: Site, batch: TransferBatch): Promise<void> {
  const { chance } = site;
  const items = unansweredItems(batch).map(({ dossierId }) =>
    chance.is(0.93)
      ? { dossierId, accepted: true as const }
      : { dossierId, accepted: false as const, reason: 'Thiếu chữ ký' },
  );
  const signed = { signer: 'Hoàng Văn Trên', date: todayAt(site) };
  await change(site, batch, { kind: 'receive-up', signed, items });
}

/** The bag is opened: something may be missing, something may be in it that is on no list. */
async function receiveDown(site: Site, batch: TransferBatch): Promise<void> {
  const { chance, tally } = site;
  const came = chance.some(unansweredItems(batch), 0.95).map(({ dossierId }) => dossierId);
  const extra = chance.is(0.2) ? chance.find(idsIn(site, 'in-transfer-down')) : undefined;
  const ids = extra === undefined || came.includes(extra) ? came : [...came, extra];
  const items = ids.map((dossierId) => scannedItem(site, dossierId));
  if (await change(site, batch, { kind: 'receive-down', items })) tally.count('batch down');
}

/** The body above sent results with a paper list, and wrote down nothing itself. */
async function receiveOnPaper(site: Site): Promise<void> {
  const { chance } = site;
  const ids = [...idsIn(site, 'in-transfer-down'), ...chance.some(idsIn(site, 'upstream-in-progress'), 0.1)];
  if (ids.length === 0) return;
  const batch = await openBatch(site, 'down');
  if (!batch) return;
  for (const dossierId of ids.slice(0, MOST_ITEMS)) await add(site, batch, dossierId);
  const listed = findBatch(site, batch);
  const isEmpty = !listed || listed.items.length === 0;
  if (isEmpty) await change(site, batch, { kind: 'abandon', reason: 'Danh sách trống' });
  else if (await change(site, batch, { kind: 'close', courier: courierOf(site) })) {
    const closed = findBatch(site, batch);
    if (closed) await receiveDown(site, closed);
  }
}

function scannedItem(site: Site, dossierId: DossierId): ScannedItem {
  const { chance, station } = site;
  const status = station.store().findDossier(dossierId)?.status;
  const isAwaited = status === 'in-transfer-down' || status === 'upstream-in-progress';
  if (!isAwaited || chance.is(0.02)) return { dossierId, setAside: 'Không phải của xã' };
  if (status === 'in-transfer-down') return { dossierId };
  const result = { number: `${chance.between(1, 999)}/BHXH`, date: todayAt(site), signer: 'Hoàng Văn Trên' };
  return { dossierId, result: { ...result, isRefusal: chance.is(0.1) } };
}

export async function openBatch(site: Site, direction: 'up' | 'down'): Promise<TransferBatch | undefined> {
  const { station, chance } = site;
  const opened = await station.try('batch.open', { commandId: chance.uuid(), direction, otherBody: UPPER });
  return opened.ok ? opened.value : undefined;
}

export async function change(site: Site, { code }: TransferBatch, wish: BatchChange): Promise<boolean> {
  const { station, chance, tally } = site;
  const done = await station.try('batch.change', { commandId: chance.uuid(), code, change: wish });
  if (done.ok) tally.count(`batch ${wish.kind}`);
  return done.ok;
}

export function add(site: Site, batch: TransferBatch, dossierId: DossierId): Promise<boolean> {
  const sheets = { originals: site.chance.between(0, 4), copies: site.chance.between(0, 3) };
  return change(site, batch, { kind: 'add', dossierId, ...sheets, note: '' });
}

function findBatch({ station }: Site, { code }: TransferBatch): TransferBatch | undefined {
  return station.store().findSubject('batch', code);
}

function courierOf({ chance }: Site) {
  return chance.is(0.7)
    ? ({ kind: 'clerk', name: 'Đinh Văn Hùng' } as const)
    : ({ kind: 'post', billNumber: `EH${chance.between(1, 9_999)}VN` } as const);
}

/** Of open dossiers, as this station knows them. */
export function idsIn(site: Site, status: KnownState): readonly DossierId[] {
  const open = site.station
    .store()
    .listDossiers({ view: 'waiting', now: momentOf(todayAt(site), 0), lastDaySoon: todayAt(site), limit: 1_000 });
  return open.rows.filter((row) => row.status === status).map(({ id }) => id);
}
