import { expect, test } from 'vitest';
import { makeScanCode } from '../../domain/scan-code.ts';
import { twoEqualReadings } from '../../renderer/scan/camera.ts';

const CODE = makeScanCode({ unitCode: '08293', station: 1, yearOfCentury: 20, runningNumber: 42 });
const OTHER = makeScanCode({ unitCode: '08293', station: 1, yearOfCentury: 20, runningNumber: 43 });
const LINK = 'https://example.vn';
const CARD = '025190001234||Lê Thị Na|01021990|Nữ|Khu 5, Trung Sơn, Phú Thọ|10052021';
const SLIP = { kind: 'slip', scanCode: CODE };

/** One picture after the other, each with the codes that were read in it. */
function readings(...pictures: readonly (readonly string[])[]) {
  const certain = twoEqualReadings();
  return pictures.map((texts) => certain(texts));
}

test('a code is certain when it was read twice in a row', () => {
  expect(readings([CODE], [CODE])).toEqual([undefined, SLIP]);
});

test('a picture in which nothing is read does not begin anew', () => {
  expect(readings([CODE], [], [CODE])).toEqual([undefined, undefined, SLIP]);
});

test('another code in between begins anew', () => {
  expect(readings([CODE], [OTHER], [CODE], [CODE])).toEqual([undefined, undefined, undefined, SLIP]);
});

test('a reading whose check digits do not fit begins anew', () => {
  expect(readings([CODE], ['0829301200000000'], [CODE], [CODE])).toEqual([undefined, undefined, undefined, SLIP]);
});

test('a code of another paper beside the slip does not hinder it', () => {
  expect(readings([LINK, CODE], [CODE, LINK])).toEqual([undefined, SLIP]);
});

test('a citizen card is certain only when its whole text was read twice', () => {
  expect(readings([CARD], [CARD.replace('Na', 'Nga')], [CARD], [CARD])).toEqual([
    undefined,
    undefined,
    undefined,
    { kind: 'card', card: expect.objectContaining({ idNumber: '025190001234', name: 'Lê Thị Na' }) },
  ]);
});

test('anything that is neither slip nor card is never certain', () => {
  expect(readings([LINK], [LINK], [LINK])).toEqual([undefined, undefined, undefined]);
});
