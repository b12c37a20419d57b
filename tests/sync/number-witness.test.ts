import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openWitnessFile, type Witness, type WitnessFile } from '../../sync/store/number-witness.ts';
import { temporaryFolder } from '../support/store.ts';

function witness(seq: number): Witness {
  const issued = { 'dossier-number:2020-04-20': seq, 'scan-code:2020': seq };
  return { unitCode: '08305', station: 1, log: 'test1.1', seq, hash: 'a'.repeat(64), issued };
}

function open(file: string): WitnessFile {
  const opened = openWitnessFile(file);
  if (!opened) throw new Error('the witness was not opened');
  onTestFinished(() => opened.close());
  return opened;
}

const newFile = () => path.join(temporaryFolder(), 'elsewhere', 'numbers.witness');

test('a new witness has seen nothing', () => {
  expect(open(newFile()).read()).toBeUndefined();
});

test('the last word counts, also for whoever opens it after', () => {
  const file = newFile();
  const first = open(file);
  for (const seq of [1, 2, 3, 4, 5]) expect(first.write(witness(seq))).toBe(true);
  expect(first.read()).toEqual(witness(5));
  expect(open(file).read()).toEqual(witness(5));
});

test('a write that was cut off leaves the one before it', () => {
  const file = newFile();
  const opened = open(file);
  opened.write(witness(7));
  opened.write(witness(8));
  const whole = readFileSync(file);
  const cut = whole.indexOf('"seq":8');
  for (const damage of [cut, cut + 3, cut + 6]) {
    const broken = Buffer.from(whole);
    broken.fill(0, damage, damage + 40);
    writeFileSync(file, broken);
    expect(open(file).read()).toEqual(witness(7));
  }
});

test('what was cut off is written over, and the good slot stays until then', () => {
  const file = newFile();
  const opened = open(file);
  opened.write(witness(1));
  opened.write(witness(2));
  opened.close();
  const again = open(file);
  again.write(witness(3));
  expect(again.read()).toEqual(witness(3));
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('"seq":2');
  expect(text).not.toContain('"seq":1,');
  again.close();
});

test('a number changed by hand is no witness', () => {
  const file = newFile();
  open(file).write(witness(6));
  writeFileSync(file, readFileSync(file, 'utf8').replace('"scan-code:2020":6', '"scan-code:2020":2'));
  expect(open(file).read()).toBeUndefined();
});

test('an empty, a short and a foreign file are no witness and become one', () => {
  const file = newFile();
  mkdirSync(path.dirname(file), { recursive: true });
  for (const content of ['', 'x', '{"turn":1}', 'null', '\0'.repeat(20_000)]) {
    writeFileSync(file, content);
    const opened = open(file);
    expect(opened.read()).toBeUndefined();
    expect(opened.write(witness(9))).toBe(true);
    expect(open(file).read()).toEqual(witness(9));
    truncateSync(file, 0);
  }
});

test('a place that cannot be written is said, and stops nothing', () => {
  const blocked = path.join(temporaryFolder(), 'a-file');
  writeFileSync(blocked, '');
  expect(openWitnessFile(path.join(blocked, 'numbers.witness'))).toBeUndefined();
  expect(existsSync(path.join(blocked, 'numbers.witness'))).toBe(false);
});
