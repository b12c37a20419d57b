import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { BackupOutcome } from '../../sync/maintenance.ts';
import { openTestStore, receiveSample, temporaryFolder } from '../support/store.ts';
import { counterFile } from '../support/rot.ts';
import { report } from './proof.ts';

/** Makes a backup where no file may become bigger than `kilobytes`. */
function backUpWithin(folder: string, kilobytes: number): BackupOutcome {
  const script = path.join(import.meta.dirname, 'backup-child.ts');
  const limited = `ulimit -f ${kilobytes} && exec "$0" "$1" "$2"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', limited, process.execPath, script, folder], { encoding: 'utf8' });
  if (!stdout.startsWith('{')) throw new Error(stderr);
  return JSON.parse(stdout) as BackupOutcome;
}

test('a disk that fills up while a backup is made is a word, leaves nothing half made and harms no older backup', async () => {
  const folder = temporaryFolder();
  const store = openTestStore({ folder });
  for (let n = 0; n < 300; n += 1) receiveSample(store);
  expect(backUpWithin(folder, 1_000_000)).toMatchObject({ isNew: true });
  receiveSample(store);
  await store.close();
  const before = readdirSync(path.join(folder, 'backups'));
  const wholeKilobytes = statSync(counterFile(folder)).size / 1_024;
  let refused = 0;
  for (const share of [0.02, 0.3, 0.6, 0.9]) {
    const outcome = backUpWithin(folder, Math.floor(wholeKilobytes * share));
    expect(outcome).toMatchObject({ isNew: false, newest: { ordinal: 1 }, trouble: 'disk-full' });
    expect(readdirSync(path.join(folder, 'backups'))).toEqual(before);
    refused += 1;
  }
  expect(backUpWithin(folder, 1_000_000)).toMatchObject({ isNew: true, newest: { ordinal: 2 } });
  report('backup-on-full-disk', `${refused} backups refused, 2 made`);
});
