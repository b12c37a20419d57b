import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { unlockKeyFile } from '../electron/core/key-file.ts';
import { counterFileIn } from '../sync/encrypt.ts';
import {
  compareProjectionsIn,
  type CounterFile,
  mendProjectionsIn,
  type ProjectionReport,
} from '../sync/rebuild-projections.ts';
import { say, seconds } from './console.ts';

// npm run rebuild [-- --data <folder>] [--repair]
// Folds every dossier from its events and compares with the tables. Exit code 1: they differ, and were not repaired.
// An encrypted file is opened by COUNTER_PASSPHRASE or COUNTER_RECOVERY_CODE: the key store of the operating system
// answers the application alone.

const SHOWN_IDS = 20;

const { values: given } = parseArgs({
  options: { data: { type: 'string' }, repair: { type: 'boolean', default: false } },
});
const data = path.resolve(given.data ?? process.env['COUNTER_DATA'] ?? usualFolder());

/** Where the application keeps its data when nobody says otherwise. */
function usualFolder(): string {
  const home = os.homedir();
  const folders: Partial<Record<NodeJS.Platform, string>> = {
    win32: process.env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'),
    darwin: path.join(home, 'Library', 'Application Support'),
  };
  const usual = folders[process.platform] ?? process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config');
  return path.join(usual, 'quay-mot-cua');
}

/** Where the application keeps the second copy of the key file. */
function guardFolder(): string {
  if (process.env['COUNTER_WITNESS'] !== undefined) return process.env['COUNTER_WITNESS'];
  return data === usualFolder() ? path.join(os.homedir(), '.quay-mot-cua') : `${data}-witness`;
}

async function keyOf(folder: string): Promise<Buffer | undefined> {
  if (counterFileIn(folder) === 'plain') return undefined;
  const passphrase = process.env['COUNTER_PASSPHRASE'];
  const text = passphrase ?? process.env['COUNTER_RECOVERY_CODE'];
  if (text === undefined) throw new Error('the file is encrypted: give COUNTER_PASSPHRASE or COUNTER_RECOVERY_CODE');
  const by = passphrase === undefined ? 'recovery-code' : 'passphrase';
  const key = await unlockKeyFile({ folder, guardFolder: guardFolder() }, { by, text });
  if (!key.ok) throw new Error(`the key cannot be had: ${key.refusal.code}`);
  return key.value;
}

/** One line that is written over on a terminal, a line every tenth where there is none. */
function progressOf(what: string): (done: number, total: number) => void {
  let shown = -1;
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
    const step = process.stdout.isTTY ? percent : Math.floor(percent / 10) * 10;
    if (step === shown) return;
    shown = step;
    if (process.stdout.isTTY) process.stdout.write(`\r${what}: ${percent} %${percent === 100 ? '\n' : ''}`);
    else say(`${what}: ${percent} % (${done} of ${total})`);
  };
}

function compare(file: CounterFile): ProjectionReport {
  const started = performance.now();
  const report = compareProjectionsIn(file, progressOf('folding'));
  const { dossiers, events, differing, strayNames } = report;
  const rss = Math.round(process.memoryUsage().rss / 1024 / 1024);
  say(`${events} events, ${dossiers} dossiers folded in ${seconds(started)}, ${rss} MB: ${differing.length} differ.`);
  if (strayNames.length > 0) say(`${strayNames.length} rows of the search belong to no dossier.`);
  for (const id of differing.slice(0, SHOWN_IDS)) say(`  ${id}`);
  if (differing.length > SHOWN_IDS) say(`  and ${differing.length - SHOWN_IDS} more`);
  return report;
}

function isRight({ differing, strayNames }: ProjectionReport): boolean {
  return differing.length === 0 && strayNames.length === 0;
}

async function rebuild(): Promise<boolean> {
  const folder = path.join(data, 'counter');
  if (counterFileIn(folder) === 'empty') throw new Error(`there is no counter in ${data}`);
  const file = { folder, key: await keyOf(folder) };
  const report = compare(file);
  if (isRight(report) || !given.repair) return isRight(report);
  await mendProjectionsIn(file, report, progressOf('mending'));
  return isRight(compare(file));
}

try {
  process.exitCode = (await rebuild()) ? 0 : 1;
} catch (error) {
  say(`rebuild: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
