import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openLog } from '../../electron/core/log.ts';
import { temporaryFolder } from '../support/store.ts';

test('a line says when, what, and the codes that were given', () => {
  const folder = temporaryFolder();
  openLog(folder, () => Date.UTC(2020, 3, 20)).note('core-ready', { version: '1.2.3' });
  expect(readFileSync(path.join(folder, 'core.log'), 'utf8')).toBe(
    '{"at":"2020-04-20T00:00:00.000Z","event":"core-ready","version":"1.2.3"}\n',
  );
});

test('the log never takes more than four files of one megabyte', () => {
  const folder = temporaryFolder();
  const log = openLog(folder, () => 0);
  for (let turn = 1; turn <= 6; turn += 1) {
    log.note('turn', { turn });
    const file = path.join(folder, 'core.log');
    writeFileSync(file, readFileSync(file, 'utf8').padEnd(1_000_000, ' '));
  }
  log.note('turn', { turn: 7 });
  expect(readdirSync(folder).toSorted()).toEqual(['core.log', 'core.log.1', 'core.log.2', 'core.log.3']);
  expect(statSync(path.join(folder, 'core.log')).size).toBeLessThan(1_000);
  expect(readFileSync(path.join(folder, 'core.log.3'), 'utf8')).toContain('"turn":4');
});

test('a line that cannot be written to the file is said to whoever started the core, and stops nobody', () => {
  const said: string[] = [];
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  onTestFinished(() => stderr.mockRestore());
  const file = path.join(temporaryFolder(), 'taken');
  writeFileSync(file, '');
  openLog(file, () => 0).note('core-ready');
  expect(said.join('')).toContain('"event":"core-ready"');
  expect(said.join('')).toContain('"event":"log-failed","error":"Error","code":"EEXIST"');
});
