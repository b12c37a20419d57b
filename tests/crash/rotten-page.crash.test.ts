import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { get, openTestCounter, receive } from '../support/counter.ts';
import { report } from './proof.ts';

const PAGE = 4_096;

function overwritePage(file: string, page: number): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(PAGE, 0xa5), 0, PAGE, (page - 1) * PAGE);
  closeSync(descriptor);
}

test('whichever page of the file rots: the counter opens or asks for a repair, and then all of its backup is there', async () => {
  const counter = await openTestCounter();
  const { call, ask, until, restart, close } = counter;
  const file = path.join(counter.folder, 'counter/counter.db');
  const kept = (await receive(call)).dossier;
  get(await call('backup.now', {}));
  await until(async () => {
    const { running, backups } = await call('backup.state', {});
    return !running && backups.length > 0;
  });
  await close();
  const sound = readFileSync(file);
  const pages = sound.length / PAGE;
  let repaired = 0;
  let lost = 0;
  for (let page = 1; page <= pages; page += 1) {
    writeFileSync(file, sound);
    overwritePage(file, page);
    await restart();
    // What is found only when somebody looks is told the moment after.
    await until(async () => (await ask('app.state', {})).ok);
    if ((await call('app.state', {})).mode === 'damaged') {
      get(await call('recovery.start', {}));
      await until(async () => (await call('recovery.state', {})).report !== undefined);
      await call('recovery.done', {});
      repaired += 1;
      const held = await call('dossier.get', { id: kept.id });
      if (JSON.stringify(held) !== JSON.stringify(kept)) lost += 1;
    }
    await close();
  }
  report('rotten-page', `${pages} pages in turn, ${repaired} repairs`, { lost, duplicate: 0 });
  expect(repaired).toBeGreaterThan(5);
});
