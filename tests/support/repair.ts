import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { get, type TestCounter } from './counter.ts';

const PAGE = 4_096;

export function fileOf({ folder }: TestCounter): string {
  return path.join(folder, 'counter/counter.db');
}

/** Makes a backup and answers the id the screen knows it by. */
export async function backUp({ call, until }: TestCounter): Promise<string> {
  get(await call('backup.now', {}));
  await until(async () => {
    const { running, backups } = await call('backup.state', {});
    return !running && backups.length > 0;
  });
  return (await call('backup.state', {})).backups[0]?.id ?? '';
}

export async function untilRecovered({ call, until }: TestCounter): Promise<void> {
  await until(async () => {
    const { running, report, trouble } = await call('recovery.state', {});
    return !running && (report !== undefined || trouble !== undefined);
  });
}

/** Names a folder as the second place and waits until the newest backup is there. */
export async function keepCopiesIn(counter: TestCounter): Promise<void> {
  await counter.call('backup.choosePlace', {});
  await counter.until(async () => {
    const { running, secondPlace } = await counter.call('backup.state', {});
    return !running && secondPlace?.copiedAt !== undefined;
  });
}

export function overwritePage(file: string, page: number, bytes: Buffer = Buffer.alloc(PAGE, 0xa5)): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, bytes, 0, PAGE, (page - 1) * PAGE);
  closeSync(descriptor);
}

/** An index of the dossiers that answers nothing any more, and of which SQLite sees nothing until it checks. */
export function emptyAnIndex(file: string): void {
  const db = new Database(file);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const root = db
    .prepare<[], number>(
      "SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'dossier' AND rootpage > 0 LIMIT 1",
    )
    .pluck()
    .get();
  db.close();
  if (root === undefined) throw new Error('there is no index');
  const leaf = Buffer.alloc(PAGE);
  leaf[0] = 0x0a;
  leaf.writeUInt16BE(PAGE, 5);
  overwritePage(file, root, leaf);
}
