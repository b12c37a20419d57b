import { expect, test } from 'vitest';
import { parseInput } from '../../electron/contract/parsers.ts';
import { LOOK_UP_INPUTS } from './look-up-inputs.ts';

const ASKED = LOOK_UP_INPUTS['dossier.lookUp'];

test.each([
  { text: '', filter: {} },
  { text: '', filter: {}, sort: { by: 'applicant', descending: true } },
  { text: 'Hà', filter: { procedureCode: '1.001193', field: 'Hộ tịch', clerk: 'Hà Thị Đào' } },
])('is looked for: %o', (lookedFor) => {
  const input = { ...ASKED, lookedFor };
  expect(parseInput('dossier.lookUp', input)).toEqual({ ok: true, input });
});

test.each([
  { ...ASKED, offset: -1 },
  { ...ASKED, limit: 1_001 },
  { ...ASKED, lookedFor: { text: 'a'.repeat(2_001), filter: {} } },
  { ...ASKED, lookedFor: { text: '', filter: { state: 'lost' } } },
  { ...ASKED, lookedFor: { text: '', filter: { from: '31/01/2020' } } },
  { ...ASKED, lookedFor: { text: '', filter: { station: 1 } } },
  { ...ASKED, lookedFor: { text: '', filter: {}, sort: { by: 'phone', descending: true } } },
])('is refused: %o', (input) => {
  expect(parseInput('dossier.lookUp', input).ok).toBe(false);
});
