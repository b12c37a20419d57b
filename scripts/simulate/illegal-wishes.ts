import { addDays } from '../../domain/plain-date.ts';
import { parseDossierId } from '../../domain/scan-code.ts';
import { formOf, someProcedure } from './forms.ts';
import { lockSomebodyOut, seatFor, signOut } from './seat.ts';
import { type Site, todayAt } from './site.ts';

// Wishes that nobody may have: each is asked, and must be refused.

type Try = (site: Site) => Promise<void>;

async function refused(site: Site, name: string, input: unknown): Promise<void> {
  const done = await site.station.tryAnything(name, input);
  if (done.ok) site.tally.fail(`station ${site.station.name} let ${name} pass: ${JSON.stringify(input)}`);
}

async function whileSignedOut(site: Site): Promise<void> {
  await signOut(site);
  const form = formOf(site, someProcedure(site), site.people.someone());
  await refused(site, 'dossier.receive', { commandId: site.chance.uuid(), form });
  await refused(site, 'dossier.list', { view: 'waiting', limit: 10 });
  await refused(site, 'account.open', { name: 'Ai Đó', roles: ['administrator'], passphrase: 'mở cửa ra' });
}

/** Who signs may not receive, and who receives may not administer. */
async function withoutPermission(site: Site): Promise<void> {
  const { station, chance } = site;
  if (!(await seatFor(site, chance.is(0.5) ? 'sign' : 'receive'))) return;
  const may = new Set(station.permissions().map(({ permission }) => permission));
  const form = formOf(site, someProcedure(site), site.people.someone());
  if (!may.has('receive')) await refused(site, 'dossier.receive', { commandId: chance.uuid(), form });
  if (may.has('administer')) return;
  await refused(site, 'goLive.read', {});
  await refused(site, 'account.open', { name: 'Ai Đó', roles: ['administrator'], passphrase: 'mở cửa ra' });
}

async function unknownThings(site: Site): Promise<void> {
  const { chance, station } = site;
  if (!(await seatFor(site, 'receive'))) return;
  const dossierId = parseDossierId(`0830518${20 + station.number}${chance.between(90_000, 99_998)}`);
  const commandId = chance.uuid();
  await refused(site, 'dossier.act', { commandId, dossierId, act: { kind: 'withdrawn', reason: 'Rút' } });
  const change = { kind: 'abandon', reason: 'Lập nhầm' };
  await refused(site, 'batch.change', { commandId, code: 'BG-08305-200420-1999', change });
  const form = { ...formOf(site, someProcedure(site), site.people.someone()), procedureCode: '9.999999' };
  await refused(site, 'dossier.receive', { commandId, form });
  await refused(site, 'catalogue.apply', { readingId: chance.uuid() });
}

async function badInput(site: Site): Promise<void> {
  const { chance } = site;
  if (!(await seatFor(site, 'receive'))) return;
  const receiver = { relation: 'applicant', name: 'Hà Thị Mơ', idNumber: '' };
  const other = { commandId: chance.uuid(), dossierId: '08311012000001', receiver };
  await refused(site, 'dossier.handOver', other);
  await refused(site, 'dossier.handOver', { ...other, dossierId: '08305012000001', rating: 9 });
  await refused(site, 'dossier.act', { commandId: 'once', dossierId: '08305012000001', act: { kind: 'nothing' } });
  await refused(site, 'batch.get', { code: 'BG-1' });
}

async function badForms(site: Site): Promise<void> {
  const { chance } = site;
  if (!(await seatFor(site, 'receive'))) return;
  const form = formOf(site, someProcedure(site), site.people.someone());
  const { applicant } = form;
  const wrong = [
    { ...form, applicant: { ...applicant, name: '  ' } },
    { ...form, applicant: { ...applicant, phone: '12', noPhone: false } },
    { ...form, applicant: { ...applicant, idNumber: '?!' } },
    { ...form, sets: 0 },
    { ...form, papers: [], sets: 21 },
    { ...form, fees: { counts: {}, chosen: ['no-such-rule'] } },
    { ...form, agreedAppointment: { date: '31/02/2020', reason: 'Hẹn' } },
    { ...form, resultWanted: { at: 'home-by-post', address: '' } },
  ];
  await refused(site, 'dossier.receive', { commandId: chance.uuid(), form: chance.pick(wrong) });
}

async function badArrivals(site: Site): Promise<void> {
  const { chance, people } = site;
  if (!(await seatFor(site, 'receive'))) return;
  const about = { commandId: chance.uuid(), procedureCode: someProcedure(site).code, applicant: people.someone() };
  const filedAt = `${addDays(todayAt(site), 1)}T08:00`;
  await refused(site, 'dossier.noteArrival', { ...about, channel: 'post', arrivalNumber: '', filedAt });
  await refused(site, 'dossier.guide', { ...about, missing: [], reason: 'Thiếu' });
  await refused(site, 'dossier.refuseIntake', { ...about, ground: 'other', reason: '' });
}

async function badPublications(site: Site): Promise<void> {
  const { station } = site;
  if (!(await seatFor(site, 'administer'))) return;
  const calendar = await station.try('calendar.get', {});
  const rules = await station.try('unitRules.get', {});
  if (!calendar.ok || !rules.ok) return;
  const version = `khac-${site.clock.now()}`;
  await refused(site, 'calendar.publish', { calendar: calendar.value, reason: 'Như cũ' });
  await refused(site, 'calendar.publish', { calendar: { ...calendar.value, version }, reason: ' ' });
  const reversed = { ...calendar.value, version, from: '2030-01-01' };
  await refused(site, 'calendar.publish', { calendar: reversed, reason: 'Lùi' });
  const hours = { morning: { from: 700, until: 420 }, afternoon: { from: 800, until: 900 } };
  await refused(site, 'unitRules.set', { ...rules.value, hours });
}

async function badAccounts(site: Site): Promise<void> {
  const { station, chance } = site;
  if (!(await seatFor(site, 'administer'))) return;
  const passphrase = 'một cụm mật khẩu';
  const name = station.colleagues[0]?.name;
  await refused(site, 'account.open', { name, roles: ['specialist'], passphrase });
  await refused(site, 'account.open', { name: 'Người Mới', roles: [], passphrase });
  await refused(site, 'account.open', { name: 'Người Mới', roles: ['leader'], passphrase: '123' });
  const accountId = chance.pick(station.colleagues).id;
  await refused(site, 'account.change', { accountId, change: { kind: 'reopen' } });
  await refused(site, 'account.change', { accountId, change: { kind: 'close', reason: '' } });
  const stranger = Buffer.from(chance.bytes(6)).toString('hex');
  await refused(site, 'account.change', { accountId: stranger, change: { kind: 'rename', name: 'Tên Mới' } });
  const away = { from: '2020-04-01T07:00', until: '2020-04-02T07:00', reason: 'Nghỉ' };
  const change = { kind: 'give-stand-in', standInId: stranger, ...away };
  await refused(site, 'account.change', { accountId, change });
}

/** Each is refused whatever stands open at the moment. */
export const WRONG_WISHES: readonly Try[] = [
  whileSignedOut,
  withoutPermission,
  unknownThings,
  badInput,
  badForms,
  badArrivals,
  badPublications,
  badAccounts,
  lockSomebodyOut,
];
