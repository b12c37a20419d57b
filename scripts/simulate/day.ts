import { momentOf, type PlainDate, weekdayOf } from '../../domain/plain-date.ts';
import { isOpenState } from '../../domain/lifecycle/dossier-state.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import { isWorkingDay } from '../../domain/working-calendar.ts';
import { lookAfterBatches } from './batches.ts';
import { handOverForTheOther } from './hand-overs.ts';
import { tryIllegally } from './illegal-tries.ts';
import { liveOn } from './life.ts';
import { certifySomebody, lookAtArrivals, noteArrival, receiveSomebody, sendAway } from './receptions.ts';
import { closeForAWhile, giveStandIn, signOut } from './seat.ts';
import type { Site } from './site.ts';

/** Something that happens at a minute of the day. */
export type Happening = { readonly minute: number; readonly happen: () => Promise<void> | void };

const OPENS = 7 * 60 + 30;
const CLOSES = 17 * 60 + 45;
const NOON = 12 * 60;
const SATURDAY = 5;
const MOST_ON_SATURDAY = 4;
/** One try in six is of what is not allowed. */
const ILLEGAL_PER_LEGAL = 0.2;
/** How often a station takes up what the other one received. */
const FOREIGN_TURN = 0.06;

/** What a day brings to one station: mostly people, and what was left from the days before. */
export function dayAt(site: Site, day: PlainDate, most: number): readonly Happening[] {
  const { chance } = site;
  const until = lastMinute(site, day);
  if (until === undefined) return [];
  const legal = until === CLOSES ? wholeDay(site, day, most) : people(site, chance.between(0, MOST_ON_SATURDAY));
  const tries = Math.round(legal.length * ILLEGAL_PER_LEGAL);
  return [...legal, ...Array.from({ length: tries }, () => tryIllegally)].map((happen) => ({
    minute: chance.between(OPENS, until),
    happen: () => happen(site),
  }));
}

type Doing = (site: Site) => Promise<void>;

function wholeDay(site: Site, day: PlainDate, most: number): readonly Doing[] {
  const { chance, station } = site;
  const now = (doing: Doing, probability: number): readonly Doing[] => (chance.is(probability) ? [doing] : []);
  return [
    ...people(site, chance.between(Math.ceil(most * 0.4), most)),
    ...turnsOf(site, day).map((id) => (here: Site) => liveOn(here, id)),
    lookAtArrivals,
    ...now(handOverForTheOther, 0.3),
    ...now(giveStandIn, 0.3),
    ...now(signOut, 0.5),
    ...now(closeForAWhile, 0.1),
    // The batches are one station's, so that the papers lie in one place.
    ...now(lookAfterBatches, station.number === 1 ? 1 : 0),
  ];
}

function people(site: Site, count: number): readonly Doing[] {
  return Array.from({ length: count }, () => whatBringsSomebody(site));
}

function whatBringsSomebody({ chance }: Site): Doing {
  const brought = chance.weighed([
    [65, receiveSomebody],
    [22, certifySomebody],
    [8, noteArrival],
    [5, (site: Site) => sendAway(site)],
  ]);
  return brought ?? receiveSomebody;
}

/** Undefined on a day on which nobody works. */
function lastMinute({ station }: Site, day: PlainDate): number | undefined {
  if (isWorkingDay(station.publications().calendar(), day)) return CLOSES;
  return weekdayOf(day) === SATURDAY ? NOON : undefined;
}

/** Open dossiers whose turn it is; what another station received is mostly left to it. */
function turnsOf(site: Site, today: PlainDate): readonly DossierId[] {
  const { chance, station } = site;
  const asked = { now: momentOf(today, 0), lastDaySoon: today, limit: 1_000 };
  const open = station.store().listDossiers({ view: 'waiting', ...asked });
  const ofToday = station.store().listDossiers({ view: 'today', ...asked });
  const ended = chance.some(recentlyEnded(site), 0.05);
  const turns = [...open.rows, ...ofToday.rows.filter(({ status }) => !isOpenState(status))].flatMap((row) =>
    chance.is(row.station === station.number ? 0.4 : FOREIGN_TURN) ? [row.id] : [],
  );
  return [...turns, ...ended];
}

function recentlyEnded({ tally, chance }: Site): readonly DossierId[] {
  const last = tally.acknowledged.slice(-60);
  return last.length === 0 ? [] : Array.from({ length: 8 }, () => chance.pick(last).dossierId);
}
