import Database from 'better-sqlite3';
import { momentOf } from '../../domain/plain-date.ts';
import { scanCodeOf } from '../../domain/scan-code.ts';
import { foldText } from '../../domain/search-text.ts';
import { type BenchCore, openBenchCore } from './bench-counter.ts';
import type { Loaded } from './load-dossiers.ts';
import { measured, type Measurement, median, percentile, ratio, timed, timedAsync } from './measurement.ts';
import type { Place } from './place.ts';
import { chanceFrom, pick } from './seeded-chance.ts';

const SCANS = 2_000;
const ROUNDS = 25;
/** What the screens ask for. */
const MOST_FOUND = 50;
const MOST_LISTED = 200;
const SEARCH_GOAL = 3;

/** As clerks type names: bit by bit, without marks, the commonest in the country among them. */
const SEARCHES = (
  'n,ng,nguyen,nguyen t,nguyen thi,nguyen thi h,nguyen thi hoa,nguyen van,nguyen van hung,thi,van,hoa,hung,tran,' +
  'tran van d,le duc,pham,bui thi thao,dinh,quach,quach thi,xuyen,Đặng Thị,ngoc anh,khong co ai'
).split(',');

type Times = { readonly ours: number[]; readonly raw: number[] };

const SAME_ROWS = `SELECT state, has_anomaly FROM dossier_name JOIN dossier ON dossier.row = dossier_name.rowid
  WHERE dossier_name MATCH ? ORDER BY dossier_name.rowid DESC LIMIT ${MOST_FOUND}`;

/** What the clerk asks for all day, through the core, in turn with the bare query. */
export async function benchReads(place: Place, loaded: Loaded): Promise<readonly Measurement[]> {
  const core = await openBenchCore(place.folder, momentOf(loaded.lastDay, 480));
  const db = new Database(place.file, { readonly: true });
  const measurements = [
    ...(await benchScans(core, db, { place, loaded })),
    ...(await benchTails(core, { place, loaded })),
    ...(await benchSearches(core, db, place)),
    ...(await benchLists(core, place)),
    ...(await benchStatus(core, place)),
  ];
  db.close();
  await core.close();
  return measurements;
}

type Asked = { readonly place: Place; readonly loaded: Loaded };

async function benchScans(
  core: BenchCore,
  db: Database.Database,
  { place, loaded }: Asked,
): Promise<readonly Measurement[]> {
  const find = db.prepare<[string], string>('SELECT state FROM dossier WHERE id = ?').pluck();
  const chance = chanceFrom(17);
  const times: Times = { ours: [], raw: [] };
  for (let n = 0; n < SCANS; n += 1) {
    const id = pick(chance, loaded.ids);
    const answer = await timedAsync(times.ours, () => core.ask('dossier.scan', { text: scanCodeOf(id) }));
    const state = timed(times.raw, () => find.get(id));
    if (!('dossier' in answer) || JSON.stringify(answer.dossier) !== state)
      throw new Error(`${id} is not what was asked`);
  }
  return describe('find by scan code', place.size, times);
}

/** The last digits of a dossier's number with its day: one dossier. */
async function benchTails(core: BenchCore, { place, loaded }: Asked): Promise<readonly Measurement[]> {
  const chance = chanceFrom(19);
  const ours: number[] = [];
  for (let n = 0; n < SCANS / 4; n += 1) {
    const id = pick(chance, loaded.ids);
    const dossier = await core.ask('dossier.get', { id });
    const query = dossier?.intake?.dossierNumber ?? '';
    const { rows } = await timedAsync(ours, () => core.ask('dossier.find', { query, limit: MOST_FOUND }));
    if (rows[0]?.id !== id) throw new Error(`${query} does not find ${id}`);
  }
  return describe('find by dossier number', place.size, { ours, raw: [] });
}

async function benchSearches(core: BenchCore, db: Database.Database, place: Place): Promise<readonly Measurement[]> {
  const same = db.prepare<[string], { state: string }>(SAME_ROWS);
  const times: Times = { ours: [], raw: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const query of SEARCHES) {
      const found = await timedAsync(times.ours, () => core.ask('dossier.find', { query, limit: MOST_FOUND }));
      const words = foldText(query)
        .split(' ')
        .map((word) => `"${word}"*`);
      const rows = timed(times.raw, () => same.all(words.join(' ')));
      const ids = rows.map(({ state }) => (JSON.parse(state) as { readonly id: string }).id);
      if (ids.join(' ') !== found.rows.map(({ id }) => id).join(' '))
        throw new Error(`"${query}" finds other dossiers`);
    }
  }
  const name = (part: string): string => `search without marks, ${place.size}: ${part}`;
  const p95 = percentile(times.ours, 0.95);
  return [
    measured(name('median'), median(times.ours), 'ms'),
    measured(name('p95 (wish: 16)'), p95, 'ms'),
    measured(name('raw p95'), percentile(times.raw, 0.95), 'ms'),
    ratio(name('p95 against raw'), p95 / percentile(times.raw, 0.95), { atMost: SEARCH_GOAL }),
  ];
}

async function benchLists(core: BenchCore, place: Place): Promise<readonly Measurement[]> {
  const late: number[] = [];
  const morning: number[] = [];
  for (let round = 0; round < ROUNDS * 4; round += 1) {
    await timedAsync(late, () => core.ask('dossier.list', { view: 'late', limit: MOST_LISTED }));
    await timedAsync(morning, () => core.ask('dossier.morning', {}));
  }
  return [
    ...describe('list of late dossiers', place.size, { ours: late, raw: [] }),
    ...describe('counts of the morning', place.size, { ours: morning, raw: [] }),
  ];
}

/** What the window asks for again with every push. */
async function benchStatus(core: BenchCore, place: Place): Promise<readonly Measurement[]> {
  const state: number[] = [];
  const jobs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await timedAsync(state, () => core.ask('app.state', {}));
    await timedAsync(jobs, () => core.ask('print.jobs', {}));
  }
  return [
    ...describe('state of the window', place.size, { ours: state, raw: [] }),
    ...describe('list of slips', place.size, { ours: jobs, raw: [] }),
  ];
}

function describe(what: string, size: number, { ours, raw }: Times): readonly Measurement[] {
  const name = (part: string): string => `${what}, ${size}: ${part}`;
  return [
    measured(name('median'), median(ours), 'ms'),
    measured(name('p95'), percentile(ours, 0.95), 'ms'),
    ...(raw.length > 0 ? [measured(name('median against raw'), median(ours) / median(raw), 'x')] : []),
  ];
}
