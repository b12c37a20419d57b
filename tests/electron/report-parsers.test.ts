import { expect, test } from 'vitest';
import { parseInput } from '../../electron/contract/parsers.ts';
import { REPORT_INPUTS } from './report-inputs.ts';

const REGISTER = REPORT_INPUTS['report.register'];

test.each([
  ['report.register', { ...REGISTER, book: '2020-01' }],
  ['report.saveTable', { asked: { table: 'register', from: '2020-04-01', until: '2020-04-30', book: '2020-01' } }],
  ['report.saveTable', { asked: { table: 'report-06a' } }],
  ['report.saveTable', { asked: { table: 'cash-list', day: '2020-04-20' } }],
] as const)('is taken: %s %o', (name, input) => {
  expect(parseInput(name, input)).toEqual({ ok: true, input });
});

test.each([
  ['report.register', { ...REGISTER, offset: -1 }],
  ['report.register', { ...REGISTER, limit: 1_001 }],
  ['report.register', { ...REGISTER, from: '01/04/2020' }],
  ['report.register', { ...REGISTER, book: 2020 }],
  ['report.count', { from: '2020-02-30', until: '2020-04-30' }],
  ['report.saveTable', { asked: { table: 'everything' } }],
  ['report.saveTable', { asked: { table: 'cash-list' } }],
] as const)('is refused: %s %o', (name, input) => {
  expect(parseInput(name, input).ok).toBe(false);
});
