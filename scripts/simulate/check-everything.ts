import { addDays, plainDate } from '../../domain/plain-date.ts';
import { unexplained, unexplainedOfBatches, settleContradictions } from './contradictions.ts';
import { cashTrouble, takingsTrouble } from './check-money.ts';
import {
  differenceTroubles,
  eventsIn,
  eventTroubles,
  numberTroubles,
  openBatchTroubles,
  projectionTroubles,
  receptionCheck,
  type ReceptionCheck,
} from './check-records.ts';
import { registerTroubles, reportTroubles, zoneTroubles } from './check-reports.ts';
import { seatFor } from './seat.ts';
import { type Site, todayAt } from './site.ts';
import type { World } from './world.ts';

const LONG_AGO = plainDate('2020-01-01');

/** A few looks at the end of each day, while the stations still know different things. */
export async function checkDay({ a, b, tally }: World): Promise<void> {
  for (const site of [a, b]) {
    const { station } = site;
    if (!(await seatFor(site, 'receive'))) continue;
    const list = await station.try('report.cashList', { day: todayAt(site) });
    if (list.ok) for (const trouble of cashTrouble(list.value)) tally.fail(`${station.name}: ${trouble}`);
    for (const { station: name, dossierId } of tally.acknowledged.slice(-60)) {
      const dossier = name === station.name ? station.store().findDossier(dossierId) : undefined;
      // Somebody may have sent the same citizen away on the other station: then a person has to say what counts.
      const isHere = dossier?.intake ?? dossier?.anomalies.some(({ kind }) => kind === 'received');
      if (name === station.name && !isHere) tally.fail(`${dossierId} is not on the station that received it`);
    }
  }
}

/** Brings everything together and looks at everything; what does not hold is told to the tally. */
export async function checkEverything(world: World): Promise<ReceptionCheck> {
  const { a, b, upper, relay, tally } = world;
  const stores = [() => a.station.store(), () => b.station.store(), () => upper.store];
  relay.exchangeAll(stores);
  await settleContradictions(a, relay);
  await sendAllAgain(a);
  await sendAllAgain(b);
  relay.exchangeAll(stores);
  if (!relay.areEqual(stores)) tally.fail('the three sides do not hold the same events');
  const events = eventsIn(a.station.store());
  const dossiers = [...a.station.store().eachDossier()];
  const catalogue = a.station.publications().all();
  const batches = a.station.store().listSubjects('batch');
  const first = world.days[0] ?? LONG_AGO;
  const last = world.days.at(-1) ?? first;
  const received = receptionCheck(tally.acknowledged, events, dossiers);
  const troubles = [
    ...stores.flatMap((store) => eventTroubles(store())),
    ...[a.station, b.station, upper].flatMap(({ folder }) => projectionTroubles(folder)),
    ...stores.slice(1).flatMap((store) => differenceTroubles(dossiers, [...store().eachDossier()])),
    ...numberTroubles(dossiers),
    ...received.lost.map((key) => `${key} was acknowledged and is lost`),
    ...received.duplicate.map((key) => `${key} is there and was acknowledged to nobody, or is there twice`),
    ...openBatchTroubles(batches),
    ...unexplainedOfBatches(batches, events, relay),
    ...dossiers.flatMap((dossier) => unexplained(dossier, relay)),
    ...dossiers.filter(({ anomalies }) => anomalies.length > 0).map(({ id }) => `${id} is not settled`),
    ...registerTroubles(dossiers, { from: LONG_AGO, until: last }),
    ...reportTroubles(dossiers, catalogue, { from: first, until: last }),
    ...zoneTroubles(dossiers),
    ...takingsTrouble(await cashLists(a, { first, last }), events),
  ];
  for (const trouble of troubles) tally.fail(trouble);
  return received;
}

async function cashLists(site: Site, { first, last }: { readonly first: string; readonly last: string }) {
  const lists = [];
  await seatFor(site, 'receive');
  // What was done after the last midnight is of the day after.
  const end = addDays(plainDate(last), 1);
  for (let day = plainDate(first); day <= end; day = addDays(day, 1)) {
    const list = await site.station.try('report.cashList', { day });
    if (!list.ok) {
      site.tally.fail(`there is no cash list of ${day}: ${list.code}`);
      continue;
    }
    for (const trouble of cashTrouble(list.value)) site.tally.fail(trouble);
    lists.push(list.value);
  }
  return lists;
}

/** Every command of a reception once more: the same dossiers, and nothing new. */
async function sendAllAgain(site: Site): Promise<void> {
  const { station, tally } = site;
  if (!(await seatFor(site, 'receive'))) return tally.fail(`nobody can send again on station ${station.name}`);
  const may = new Set(station.permissions().map(({ permission }) => permission));
  const before = station.store().database.events.count();
  for (const told of tally.acknowledged) {
    if (told.station !== station.name) continue;
    if (told.name === 'dossier.certify' && !may.has('process')) continue;
    const again =
      told.name === 'dossier.receive'
        ? await station.try(told.name, told.input)
        : await station.try(told.name, told.input);
    if (!again.ok || again.value.dossier.id !== told.dossierId) {
      tally.fail(`${told.dossierId} sent again at the end gave something else`);
    }
  }
  if (station.store().database.events.count() !== before)
    tally.fail(`station ${station.name} wrote what was sent again`);
}
