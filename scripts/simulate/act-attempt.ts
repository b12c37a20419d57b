import type { Act } from '../../domain/lifecycle/act.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import { whyNot } from './oracle.ts';
import type { Site } from './site.ts';

/** Does one act, or is refused it; what the oracle knows against it must be refused. */
export async function tryAct(site: Site, dossierId: DossierId, act: Act): Promise<boolean> {
  const { station, chance, clock, tally, receipts } = site;
  const against = whyNot(act, station.store().findDossier(dossierId), {
    permissions: station.permissions().map(({ permission }) => permission),
    now: clock.now(),
    isReceiptUsed: (book, number) => receipts.isUsed(book, number),
  });
  const done = await station.try('dossier.act', { commandId: chance.uuid(), dossierId, act });
  if (!done.ok) {
    const isForState = done.code === 'not-in-this-state' || done.code === 'not-permitted';
    if (isForState && against === undefined)
      tally.fail(`station ${station.name} refused ${act.kind} on ${dossierId} by ${done.code}`);
    return false;
  }
  tally.count(`act ${act.kind}`);
  if (against !== undefined)
    tally.fail(`station ${station.name} let ${act.kind} on ${dossierId} pass, though ${against}`);
  if (act.kind === 'fee-collected') receipts.use(act.receipt);
  return true;
}
