import type { DossierId } from '../../domain/scan-code.ts';
import type { PaymentMethod } from '../../domain/fees/payment.ts';
import { momentOf } from '../../domain/plain-date.ts';
import type { Input } from '../../electron/contract/commands.ts';
import type { ReceivedDossier } from '../../electron/contract/views.ts';
import { formOf, someProcedure } from './forms.ts';
import { lookAtReceived, previewOf } from './looks.ts';
import { seatFor } from './seat.ts';
import { type Site, todayAt } from './site.ts';
import type { Acknowledged } from './tally.ts';

const MISSING = [{ id: 'identity', name: 'Giấy tờ tùy thân', note: 'đã hết hạn' }];
const METHODS: readonly PaymentMethod[] = ['cash', 'cash', 'cash', 'transfer', 'online'];

/** Somebody brings a dossier, and has a slip in the end. */
export async function receiveSomebody(site: Site): Promise<void> {
  const { station, chance, people } = site;
  if (!(await seatFor(site, 'receive'))) return;
  const applicant = people.someone();
  if (chance.is(0.3)) await station.try('person.suggest', { typed: applicant.name });
  await receiveForm(site, { commandId: chance.uuid(), form: formOf(site, someProcedure(site), applicant) });
}

async function receiveForm(site: Site, input: Input<'dossier.receive'>): Promise<void> {
  const { station, tally, chance } = site;
  const isWatched = chance.is(0.1);
  const preview = isWatched && input.form.dossierId === undefined ? await previewOf(site, input.form) : undefined;
  const received = await station.try('dossier.receive', input);
  if (!received.ok) return;
  tally.count('reception');
  if (isWatched) await lookAtReceived(site, received.value.dossier, preview);
  await acknowledge(site, received.value, { name: 'dossier.receive', input });
}

/** Received, made, paid and handed over while the citizen waits. */
export async function certifySomebody(site: Site): Promise<void> {
  const { station, chance, people, tally, receipts } = site;
  if (!(await seatFor(site, 'receive'))) return;
  // One who may also make the result.
  const may = new Set(station.permissions().map(({ permission }) => permission));
  if (!may.has('process') && !(await seatFor(site, 'process'))) return;
  const applicant = people.someone();
  const receipt = receipts.next();
  const input: Input<'dossier.certify'> = {
    commandId: chance.uuid(),
    form: formOf(site, someProcedure(site), applicant),
    receiver: { relation: 'applicant', name: applicant.name, idNumber: applicant.idNumber },
    ...(chance.is(0.95) ? { payment: { method: chance.pick(METHODS), receipt } } : {}),
  };
  const certified = await station.try('dossier.certify', input);
  if (!certified.ok) return;
  tally.count('certification');
  for (const { receipt: written } of certified.value.dossier.payments) receipts.use(written);
  await acknowledge(site, certified.value, { name: 'dossier.certify', input });
}

type Asked = Acknowledged extends infer A ? (A extends Acknowledged ? Pick<A, 'name' | 'input'> : never) : never;

/** Notes it, and sometimes sends the same command again, as a window does whose answer got lost. */
async function acknowledge(site: Site, { dossier }: ReceivedDossier, asked: Asked): Promise<void> {
  const { station, chance, tally } = site;
  const { id: dossierId, intake } = dossier;
  if (!intake) return tally.fail(`${dossierId} was received and has no reception`);
  const { dossierNumber } = intake;
  tally.acknowledged.push({ station: station.name, dossierId, dossierNumber, ...asked });
  if (!chance.is(0.05)) return;
  const again =
    asked.name === 'dossier.receive'
      ? await station.try(asked.name, asked.input)
      : await station.try(asked.name, asked.input);
  tally.count('sent again');
  if (!again.ok || again.value.dossier.id !== dossierId) tally.fail(`${dossierId} sent again gave something else`);
}

/** Something comes in through the portal or by post. */
export async function noteArrival(site: Site): Promise<void> {
  const { station, chance, people, clock, tally } = site;
  if (!(await seatFor(site, 'receive'))) return;
  const noted = await station.try('dossier.noteArrival', {
    commandId: chance.uuid(),
    procedureCode: someProcedure(site).code,
    channel: chance.is(0.7) ? 'online' : 'post',
    arrivalNumber: chance.is(0.8) ? `H44-${chance.between(1, 99_999)}` : '',
    filedAt: clock.now(),
    applicant: people.someone(),
  });
  if (noted.ok) tally.count('arrival');
}

/** Somebody at the counter whose papers do not do: sent home with a list, or away. */
export async function sendAway(site: Site, dossierId?: DossierId): Promise<void> {
  const { station, chance, people, tally } = site;
  if (!(await seatFor(site, 'receive'))) return;
  const about = {
    commandId: chance.uuid(),
    ...(dossierId === undefined ? {} : { dossierId }),
    procedureCode: someProcedure(site).code,
    applicant: people.someone(),
  };
  if (chance.is(0.65)) {
    const guided = await station.try('dossier.guide', { ...about, missing: MISSING, reason: 'Giấy tờ hết hạn' });
    if (guided.ok) tally.count('guidance');
    return;
  }
  const wish = { ...about, ground: 'not-competent', reason: 'Thuộc thẩm quyền của Sở Tư pháp' } as const;
  const refused = await station.try('dossier.refuseIntake', wish);
  if (refused.ok) tally.count('intake refused');
}

/** Looks through what waits to be received: some of it is complete by now. */
export async function lookAtArrivals(site: Site): Promise<void> {
  const { station, chance } = site;
  const arrived = station
    .store()
    .listDossiers({ view: 'arrived', now: momentOf(todayAt(site), 0), lastDaySoon: todayAt(site), limit: 200 });
  for (const { id } of chance.some(arrived.rows, 0.3)) {
    // What the other station noted is mostly left to it.
    const isOwn = Number(id.slice(5, 7)) === station.number;
    if (!isOwn && !chance.is(0.3)) continue;
    if (chance.is(0.25)) await sendAway(site, id);
    else await receiveArrival(site, id);
  }
}

async function receiveArrival(site: Site, dossierId: DossierId): Promise<void> {
  const { station, chance, people } = site;
  const before = station.store().findDossier(dossierId);
  const code = before?.filing?.procedure.code ?? before?.guidance?.procedure.code;
  const inForce = station.publications().inForce(todayAt(site));
  const procedure = inForce.find((each) => each.code === code) ?? someProcedure(site);
  if (!(await seatFor(site, 'receive'))) return;
  const form = { ...formOf(site, procedure, people.someone()), dossierId };
  await receiveForm(site, { commandId: chance.uuid(), form });
}
