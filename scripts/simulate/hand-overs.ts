import type { Dossier } from '../../domain/dossier.ts';
import type { Receiver } from '../../domain/party.ts';
import { type DossierId, scanCodeOf } from '../../domain/scan-code.ts';
import { actInput, moneyOf } from './act-input.ts';
import { tryAct } from './act-attempt.ts';
import { whyNotHandOver } from './oracle.ts';
import { seatFor } from './seat.ts';
import type { Site } from './site.ts';

/** Refusals that the oracle knows beforehand. */
const FOR_STATE: ReadonlySet<string> = new Set([
  'not-in-this-state',
  'not-permitted',
  'already-handed-over',
  'result-not-ready',
  'money-due',
]);

/** Somebody comes to the wrong station, which may not have heard of the reception yet. */
export async function handOverForTheOther(site: Site): Promise<void> {
  const { station, chance, tally } = site;
  const ofOther = tally.acknowledged.slice(-80).filter(({ station: name }) => name !== station.name);
  const unheardOf = ofOther.filter(({ dossierId }) => !station.store().findDossier(dossierId));
  const told = chance.find(unheardOf) ?? chance.find(ofOther);
  if (told) await tryHandOver(site, told.dossierId);
}

/**
 * Somebody comes for a result with the slip, or without it. What is still to be paid is mostly paid first; who insists gets
 * it all the same.
 */
export async function tryHandOver(site: Site, dossierId: DossierId): Promise<void> {
  const { station, chance } = site;
  const before = station.store().findDossier(dossierId);
  if (chance.is(0.4)) await station.try('dossier.scan', { text: scanCodeOf(dossierId) });
  if (!(await seatFor(site, 'receive'))) return;
  if (before && isMoneyDue(before) && chance.is(0.7))
    await tryAct(site, dossierId, actInput('fee-collected', site, before));
  await giveResult(site, dossierId, { despiteMoneyDue: chance.is(0.5) });
}

/** Hands over by whoever sits there; what the oracle knows against it must be refused, and nothing else for the state. */
export async function giveResult(
  site: Site,
  dossierId: DossierId,
  how: { readonly despiteMoneyDue: boolean },
): Promise<boolean> {
  const { station, chance, tally } = site;
  const before = station.store().findDossier(dossierId);
  const permissions = station.permissions().map(({ permission }) => permission);
  const isKeptBack = isMoneyDue(before) && !how.despiteMoneyDue;
  const against = whyNotHandOver(before, permissions) ?? (isKeptBack ? 'money is due' : undefined);
  const receiver = receiverOf(site, before);
  const wish = { commandId: chance.uuid(), dossierId, receiver, ...waysOf(site) };
  const done = await station.try('dossier.handOver', how.despiteMoneyDue ? { ...wish, despiteMoneyDue: true } : wish);
  if (!done.ok) {
    const isWrong = FOR_STATE.has(done.code) && against === undefined;
    if (isWrong) tally.fail(`station ${station.name} kept ${dossierId} by ${done.code}`);
    return false;
  }
  tally.count(before ? 'hand-over' : 'hand-over of what is not known');
  if (against !== undefined) tally.fail(`station ${station.name} handed ${dossierId} over, though ${against}`);
  const { status } = done.value;
  if (status !== 'handed-over') tally.fail(`${dossierId} was handed over and is ${status}`);
  return true;
}

function isMoneyDue(dossier: Dossier | undefined): boolean {
  const rest = dossier ? moneyOf(dossier).restVnd : { fee: 0, duty: 0 };
  return rest.fee + rest.duty > 0;
}

/** How it is given, mostly plainly at the counter. */
function waysOf({ chance }: Site) {
  return {
    ...(chance.is(0.1) ? { by: 'post' as const, postBill: `EH${chance.between(1, 9_999)}VN` } : {}),
    ...(chance.is(0.05) ? { slipLost: 'Cam kết đã mất giấy hẹn' } : {}),
    ...(chance.is(0.05) ? { authorisation: 'Giấy ủy quyền số 12' } : {}),
    ...(chance.is(0.3) ? { rating: chance.between(1, 5) } : {}),
  };
}

function receiverOf({ chance }: Site, dossier: Dossier | undefined): Receiver {
  const isHimself = dossier?.applicant !== undefined && chance.is(0.8);
  const name = isHimself ? dossier.applicant?.name : 'Hà Văn Nhận';
  return { relation: isHimself ? 'applicant' : 'authorised', name: name ?? 'Hà Văn Nhận', idNumber: '' };
}
