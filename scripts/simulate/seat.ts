import { addDays, dateOf } from '../../domain/plain-date.ts';
import { type Permission, permissionsOf, type Role } from '../../domain/accounts/role.ts';
import { type Site, todayAt } from './site.ts';
import type { Colleague } from './station.ts';

/** Who works at a station besides its first administrator. */
export const CREW: readonly { readonly name: string; readonly roles: readonly Role[] }[] = [
  { name: 'Đinh Văn Hùng', roles: ['counter-clerk'] },
  { name: 'Phùng Thị Thu', roles: ['specialist'] },
  { name: 'Nguyễn Quang Lợi', roles: ['leader'] },
  { name: 'Hoàng Thị Khuê', roles: ['head-of-counter'] },
  { name: 'Trần Đức Minh', roles: ['administrator', 'specialist', 'counter-clerk'] },
];

/** Gives everybody an account; the first administrator sits there. */
export async function openAccounts({ station, chance, tally }: Site): Promise<void> {
  for (const { name, roles } of CREW) {
    const whole = { name: `${name} ${station.name}`, roles, passphrase: `cụm mật khẩu ${chance.between(1, 999_999)}` };
    const opened = await station.try('account.open', whole);
    if (opened.ok) station.colleagues.push({ ...whole, id: opened.value.id });
    else tally.fail(`station ${station.name} could not open an account: ${opened.code}`);
  }
}

/** Sees to it that somebody who has the permission sits at the station. False where nobody could sign in. */
export async function seatFor(site: Site, permission: Permission): Promise<boolean> {
  const { station, chance } = site;
  if (station.permissions().some((each) => each.permission === permission)) return true;
  const able = station.colleagues.filter(({ roles }) => permissionsOf(roles).includes(permission));
  const colleague = chance.find(able);
  if (!colleague) return false;
  if (station.signedIn() && chance.is(0.5)) await signOut(site);
  return signIn(site, colleague, colleague.passphrase);
}

export async function signOut({ station, tally }: Site): Promise<void> {
  const done = await station.try('account.signOut', {});
  if (done.ok && done.value.people?.signedIn) tally.fail(`station ${station.name}: somebody stayed signed in`);
  station.takeSeat(undefined);
}

export async function signIn(site: Site, colleague: Colleague, passphrase: string): Promise<boolean> {
  const { station, tally } = site;
  const done = await station.try('account.signIn', { accountId: colleague.id, passphrase });
  if (!done.ok) return false;
  tally.count('sign-in');
  if (passphrase !== colleague.passphrase) tally.fail(`station ${station.name} let a wrong passphrase in`);
  station.takeSeat(colleague);
  return true;
}

/** Somebody tries passphrases until the account has to wait; the right one does not help then, an administrator does. */
export async function lockSomebodyOut(site: Site): Promise<void> {
  const { station, chance, tally, clock } = site;
  const victim = chance.pick(station.colleagues.slice(1));
  for (let n = 0; n < 5; n += 1) await signIn(site, victim, 'không phải cụm này');
  if (await signIn(site, victim, victim.passphrase)) tally.fail(`${victim.name} had not to wait after five tries`);
  if (chance.is(0.5)) {
    clock.passMinutes(16);
  } else {
    const administrator = station.colleagues[0];
    if (!administrator || !(await signIn(site, administrator, administrator.passphrase))) return;
    await station.try('account.change', { accountId: victim.id, change: { kind: 'clear-lock-out' } });
  }
  if (!(await signIn(site, victim, victim.passphrase))) tally.fail(`${victim.name} is kept out for good`);
}

/** Somebody who will be away lets somebody else act for a day or three. */
export async function giveStandIn(site: Site): Promise<void> {
  const { station, chance, tally, clock } = site;
  const absent = chance.pick(station.colleagues);
  const standIn = chance.pick(station.colleagues);
  const isByHimself = chance.is(0.6);
  if (isByHimself ? !(await signIn(site, absent, absent.passphrase)) : !(await seatFor(site, 'administer'))) return;
  const until = addDays(todayAt(site), chance.between(1, 3));
  const given = await station.try('account.change', {
    accountId: absent.id,
    change: {
      kind: 'give-stand-in',
      standInId: standIn.id,
      from: `${dateOf(clock.now())}T07:00`,
      until: `${until}T17:30`,
      reason: 'Đi tập huấn',
    },
  });
  if (!given.ok) return;
  tally.count('stand-in');
  if (absent.id === standIn.id) tally.fail(`${absent.name} stands in for the same person`);
}

/** An account is closed and its person sent away; later it is opened again, with another passphrase. */
export async function closeForAWhile(site: Site): Promise<void> {
  const { station, chance, tally } = site;
  const index = chance.between(1, station.colleagues.length - 1);
  const colleague = station.colleagues[index];
  const administrator = station.colleagues[0];
  if (!colleague || !administrator) return;
  const changed = { ...colleague, passphrase: `cụm mới ${chance.between(1, 999_999)}` };
  const accountId = colleague.id;
  if (!(await signIn(site, administrator, administrator.passphrase))) return;
  const closed = await station.try('account.change', { accountId, change: { kind: 'close', reason: 'Nghỉ dài ngày' } });
  if (!closed.ok) return tally.fail(`${colleague.name} cannot be closed: ${closed.code}`);
  if (await signIn(site, colleague, colleague.passphrase)) tally.fail(`${colleague.name} is closed and signed in`);
  const opened = await station.try('account.change', { accountId, change: { kind: 'reopen' } });
  const set = await station.try('account.setPassphrase', { accountId, passphrase: changed.passphrase });
  if (!opened.ok || !set.ok) return tally.fail(`${colleague.name} cannot be opened again`);
  station.colleagues[index] = changed;
  tally.count('account closed and opened');
  if (await signIn(site, changed, colleague.passphrase)) tally.fail(`${colleague.name} has two passphrases`);
}
