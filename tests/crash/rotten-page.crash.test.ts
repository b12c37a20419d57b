import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { get, openTestCounter, receive } from '../support/counter.ts';
import { backUp, fileOf, overwritePage, untilRecovered } from '../support/repair.ts';
import { report } from './proof.ts';

const PAGE = 4_096;

test('whichever page of the file rots: the counter opens or asks for a repair, and then all of its backup is there', async () => {
  const counter = await openTestCounter();
  const { call, ask, until, restart, close } = counter;
  const file = fileOf(counter);
  const kept = (await receive(call)).dossier;
  await backUp(counter);
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
      await untilRecovered(counter);
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
