import path from 'node:path';
import { addDays, type PlainDate, plainDate } from '../../domain/plain-date.ts';
import { isWorkingDay } from '../../domain/working-calendar.ts';
import { Chance } from './chance.ts';
import { settleContradictions } from './contradictions.ts';
import { dayAt, type Happening } from './day.ts';
import { Line } from './line.ts';
import { goLive, publishCalendar, publishCatalogue, setUnitRules } from './publishing.ts';
import { Relay } from './relay.ts';
import { openAccounts } from './seat.ts';
import { SimClock } from './sim-clock.ts';
import { ReceiptBook, type Site } from './site.ts';
import { Station } from './station.ts';
import { Tally } from './tally.ts';
import { Townspeople } from './townspeople.ts';
import { UpperBody } from './upper-body.ts';

/** A Monday in the first year of the catalogue. */
export const FIRST_DAY = plainDate('2020-04-20');

const MOST_PEOPLE = { A: 40, B: 11 };
const DAYS_OF_SETTLING = 3;
/** So much the clocks of two computers go wrong, one way or the other. */
const MOST_FAST_MINUTES = 12;
const RESTARTS_PER_DAY = 0.06;

const UNIT = {
  code: '08305',
  name: 'Xã Xuân Viên',
  upperNames: ['Huyện Yên Lập', 'Tỉnh Phú Thọ'],
  organisationCode: '000.05.22.H44',
};

/** A commune with two stations, the body above, and the lines between them. */
export type World = {
  readonly a: Site;
  readonly b: Site;
  readonly upper: UpperBody;
  readonly relay: Relay;
  readonly tally: Tally;
  readonly clock: SimClock;
  readonly lines: readonly Line[];
  readonly days: readonly PlainDate[];
  readonly close: () => Promise<void>;
};

export type WorldOptions = { readonly seed: number; readonly days: number; readonly folder: string };

/** Sets everything up, early on the first day. */
export async function openWorld({ seed, days, folder }: WorldOptions): Promise<World> {
  const chance = new Chance(seed);
  const time = new SimClock(FIRST_DAY);
  time.advanceTo(FIRST_DAY, 7 * 60);
  const tally = new Tally();
  const people = new Townspeople(chance.fork());
  const siteOf = (name: 'A' | 'B', number: number): Site => {
    const clock = time.fastBy(chance.between(-MOST_FAST_MINUTES, MOST_FAST_MINUTES));
    const parts = { name, number, folder: path.join(folder, name), clock, tally };
    const station = new Station({ ...parts, chance: chance.fork() });
    return { station, clock, tally, people, chance: chance.fork(), receipts: new ReceiptBook(`AB/20P-${name}`) };
  };
  const a = siteOf('A', 1);
  const b = siteOf('B', 2);
  const upper = new UpperBody({
    folder: path.join(folder, 'U'),
    clock: time.fastBy(chance.between(-MOST_FAST_MINUTES, MOST_FAST_MINUTES)),
    tally,
    chance: chance.fork(),
  });
  const relay = new Relay(chance.fork());
  await setUp(a, 'Hà Thị Lan');
  await setUp(b, 'Bàn Văn Tư');
  await goLive(a);
  const sides = [() => a.station.store(), () => b.station.store(), () => upper.store];
  return {
    a,
    b,
    upper,
    relay,
    tally,
    clock: time,
    lines: sides.map((store) => new Line({ relay, store, clock: time, chance: chance.fork(), tally })),
    days: Array.from({ length: days }, (_none, n) => addDays(FIRST_DAY, n)),
    close: async () => {
      await a.station.close();
      await b.station.close();
      await upper.store.close();
    },
  };
}

async function setUp(site: Site, clerkName: string): Promise<void> {
  const { station } = site;
  await station.open();
  const accountPassphrase = `một hai ba ${station.name}`;
  const done = await station.try('setup.complete', {
    unit: UNIT,
    station: station.number,
    clerkName,
    accountPassphrase,
    printer: { kind: 'none' },
    paperWidthMm: 80,
    protection: { kind: 'none' },
  });
  const first = done.ok ? done.value.people?.signedIn : undefined;
  if (!first) throw new Error(`station ${station.name} could not be set up: ${JSON.stringify(done)}`);
  const roles = ['counter-clerk', 'specialist', 'leader', 'head-of-counter', 'administrator'] as const;
  const colleague = { id: first.id, name: clerkName, roles, passphrase: accountPassphrase };
  station.colleagues.push(colleague);
  station.takeSeat(colleague);
  await openAccounts(site);
}

/** Everything that happens on one day, in the order of the clock. */
export async function liveDay(world: World, day: PlainDate): Promise<void> {
  const { a, b, lines, clock, tally } = world;
  const plan = [
    ...dayAt(a, day, MOST_PEOPLE.A),
    ...dayAt(b, day, MOST_PEOPLE.B),
    ...lines.flatMap((line) => line.day()),
    ...upperDay(world, day),
    ...once(world, day),
    ...[a, b].flatMap((site) => restart(site)),
  ].toSorted((one, other) => one.minute - other.minute);
  for (const { minute, happen } of plan) {
    if (tally.isHopeless()) return;
    clock.advanceTo(day, minute);
    await happen();
  }
  const isNearEnd = world.days.indexOf(day) >= world.days.length - DAYS_OF_SETTLING;
  if (isNearEnd) await settleContradictions(a, world.relay);
}

function upperDay({ upper, a }: World, day: PlainDate): readonly Happening[] {
  if (!isWorkingDay(a.station.publications().calendar(), day)) return [];
  const happen = () => upper.work();
  return [9 * 60, 11 * 60, 15 * 60].map((minute) => ({ minute, happen }));
}

/** What happens once in all, spread over the time there is. */
function once({ a, days }: World, day: PlainDate): readonly Happening[] {
  const happenings = [setUnitRules, publishCalendar, publishCatalogue];
  return happenings.flatMap((happen, n) => {
    const when = Math.floor((days.length * (n + 1)) / (happenings.length + 2));
    return days[when] === day ? [{ minute: 10 * 60 + n, happen: () => happen(a) }] : [];
  });
}

function restart({ chance, station, tally }: Site): readonly Happening[] {
  if (!chance.is(RESTARTS_PER_DAY)) return [];
  const happen = async (): Promise<void> => {
    await station.close();
    await station.open();
    tally.count('restart');
  };
  return [{ minute: chance.between(8 * 60, 17 * 60), happen }];
}
