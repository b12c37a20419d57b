import { type DossierId, scanCodeOf } from '../../domain/scan-code.ts';
import { CounterWindow } from '../drive/counter-window.ts';
import { type LaunchedCounter, launchCounter } from '../drive/launch-counter.ts';
import type { Runtime } from '../runtime.ts';
import { witnessFolderOf } from './bench-counter.ts';
import type { Loaded } from './load-dossiers.ts';
import type { Place } from './place.ts';
import { megabytesOfTree } from './process-memory.ts';
import { WindowWatch } from './window-watch.ts';

const STARTS = 3;
const SCANS = 100;
const PASSPHRASE = 'một hai ba';
const QUERIES = ['nguyen', 'hoang', 'dinh', 'tran', 'pham', 'bui', 'quach', 'phung', 'thang', 'huong', 'lan', 'mai'];
const PAGES_DOWN = 40;
const SETTLED_MS = 600;

/** What a clerk waits for, in ms, and what the whole program weighs. */
export type UiTimes = {
  readonly starts: readonly number[];
  readonly scans: readonly number[];
  readonly letters: readonly number[];
  readonly longestWhileScrolling: number;
  readonly megabytes: number;
};

/** One counter in a real window: started, scanned at, searched and scrolled through. */
export async function benchUi(runtime: Runtime, place: Place, loaded: Loaded): Promise<UiTimes> {
  const options = { dataFolder: place.folder, env: { COUNTER_WITNESS: witnessFolderOf(place.folder) } };
  const first = await launchCounter(runtime, options);
  await openAccount(new CounterWindow(first.page));
  await first.close();

  const starts: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const counter = await launchCounter(runtime, options);
    await new CounterWindow(counter.page).at('screen-sign-in').waitFor();
    starts.push(await startedFor(counter));
    await counter.close();
  }

  const { app, page, close } = await launchCounter(runtime, options);
  const window = new CounterWindow(page);
  const watch = new WindowWatch(page);
  try {
    await window.signIn();
    const scans = await scanMany(window, watch, lastOf(loaded.ids, SCANS));
    const megabytes = megabytesOfTree(app.process().pid ?? 0);
    const letters = await typeLetters(window, watch);
    const longestWhileScrolling = await scrollThrough(window, watch);
    return { starts, scans, letters, longestWhileScrolling, megabytes };
  } finally {
    await close();
  }
}

async function openAccount(window: CounterWindow): Promise<void> {
  await window.at('screen-first-account').waitFor();
  await window.at('first-name').fill('Hà Thị Lan');
  await window.at('first-passphrase').fill(PASSPHRASE);
  await window.at('first-again').fill(PASSPHRASE);
  await window.page.keyboard.press('Control+Enter');
  await window.at('screen-first-account').waitFor({ state: 'detached' });
}

/** From the birth of the process until the first screen stood there. */
async function startedFor({ app, page }: LaunchedCounter): Promise<number> {
  const bornAt = await app.evaluate(() => process.getCreationTime());
  if (bornAt === null) throw new Error('the system does not say when the process was born');
  return (await new WindowWatch(page).largestPaintAt()) - bornAt;
}

async function scanMany(
  window: CounterWindow,
  watch: WindowWatch,
  ids: readonly DossierId[],
): Promise<readonly number[]> {
  const times: (number | undefined)[] = [];
  for (const id of ids) {
    await window.page.keyboard.press('F4');
    await window.page.keyboard.press('Escape');
    await window.at('scan-answer').waitFor({ state: 'detached' });
    times.push(await watch.fromKeyToPaint('[data-testid="scan-answer"]', () => window.scan(scanCodeOf(id))));
  }
  return seen(times);
}

/** The third letter of a name: the lines for two letters stand there already. */
async function typeLetters(window: CounterWindow, watch: WindowWatch): Promise<readonly number[]> {
  const times: (number | undefined)[] = [];
  await window.page.keyboard.press('F3');
  for (const query of QUERIES) {
    await window.at('find-input').fill(query.slice(0, 2));
    // Lines that stood there before would be taken for the answer to two letters.
    await window.page.waitForTimeout(SETTLED_MS);
    const lines = '[data-testid="screen-find"] tbody';
    times.push(await watch.fromKeyToPaint(lines, () => window.page.keyboard.press(query.charAt(2))));
  }
  return seen(times);
}

/** Through all there are: by the wheel, by pages, and to the last one. */
async function scrollThrough(window: CounterWindow, watch: WindowWatch): Promise<number> {
  const { keyboard, mouse } = window.page;
  await keyboard.press('F3');
  await window.at('find-input').fill('');
  const list = window.at('found-rows');
  const rows = window.at('screen-find').getByTestId('dossier-row');
  await rows.first().hover();
  await keyboard.press('ArrowDown');
  const longest = await watch.longestTask(async () => {
    for (let turn = 0; turn < PAGES_DOWN; turn += 1) await mouse.wheel(0, 400);
    for (let turn = 0; turn < PAGES_DOWN; turn += 1) await keyboard.press('PageDown');
    await keyboard.press('End');
    await rows.last().waitFor();
  });
  if (((await list.getAttribute('data-at')) ?? '0') === '0') throw new Error('nothing was scrolled');
  return longest;
}

/** Those that had something to show; most must. */
function seen(times: readonly (number | undefined)[]): readonly number[] {
  const shown = times.filter((time) => time !== undefined);
  if (shown.length * 2 < times.length)
    throw new Error(`only ${shown.length} of ${times.length} keys changed the screen`);
  return shown;
}

function lastOf<T>(all: readonly T[], count: number): readonly T[] {
  return all.slice(-count);
}
