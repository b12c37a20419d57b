import { expect, test } from 'vitest';
import { makeScanCode } from '../../domain/scan-code.ts';
import { twoEqualReadings } from '../../renderer/scan/camera.ts';

const CODE = makeScanCode({ unitCode: '08293', station: 1, yearOfCentury: 20, runningNumber: 42 });
const OTHER = makeScanCode({ unitCode: '08293', station: 1, yearOfCentury: 20, runningNumber: 43 });

function readings(...texts: readonly string[]) {
  const certain = twoEqualReadings();
  return texts.map((text) => certain(text));
}

test('a code is certain when it was read twice in a row', () => {
  expect(readings(CODE, CODE)).toEqual([undefined, CODE]);
});

test('another code in between begins anew', () => {
  expect(readings(CODE, OTHER, CODE, CODE)).toEqual([undefined, undefined, undefined, CODE]);
});

test('a reading whose check digits do not fit begins anew', () => {
  expect(readings(CODE, '0829301200000000', CODE, CODE)).toEqual([undefined, undefined, undefined, CODE]);
});

test('anything that is not a slip is never certain', () => {
  const link = 'https://example.vn';
  expect(readings(link, link, link)).toEqual([undefined, undefined, undefined]);
});
