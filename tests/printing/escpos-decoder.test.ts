import { expect, test } from 'vitest';
import { EscposDecoder, type PrinterAct, UnknownByteError } from '../../printing/virtual-printer/escpos-decoder.ts';

/** GS v 0 of rows two bytes wide. */
function band(...rows: readonly (readonly [number, number])[]): readonly number[] {
  return [0x1d, 0x76, 0x30, 0, 2, 0, rows.length, 0, ...rows.flat()];
}

const INITIALISE = [0x1b, 0x40];
const CUT = [0x1d, 0x56, 0x01];
const ASK_STATUS = [0x1d, 0x72, 0x01];

function decode(...parts: readonly (readonly number[])[]): readonly PrinterAct[] {
  const decoder = new EscposDecoder();
  return [...decoder.push(Uint8Array.from(parts.flat())), ...decoder.end()];
}

test('bands that follow each other are one picture', () => {
  const acts = decode(INITIALISE, band([0x80, 1], [0x40, 2]), band([0x20, 3]), CUT);
  expect(acts).toEqual([
    { kind: 'paper', dots: 2 },
    { kind: 'paper', dots: 1 },
    {
      kind: 'slip',
      isCut: true,
      picture: { widthDots: 16, heightDots: 3, raster: Uint8Array.of(0x80, 1, 0x40, 2, 0x20, 3) },
    },
  ]);
});

test('paper fed between two bands is white rows, paper fed behind the last is not part of the slip', () => {
  const acts = decode(band([0xff, 0xff]), [0x1b, 0x4a, 2], band([0xff, 0xff]), [0x1b, 0x64, 5], CUT);
  expect(acts.filter(({ kind }) => kind === 'slip')).toMatchObject([{ picture: { heightDots: 4 } }]);
  expect(acts.flatMap((act) => (act.kind === 'paper' ? [act.dots] : []))).toEqual([1, 2, 1, 150]);
});

test('a job cut up anywhere says the same', () => {
  const job = [...INITIALISE, ...band([0x80, 1], [0x40, 2]), 0x1b, 0x64, 5, ...CUT, ...ASK_STATUS];
  const whole = decode(job);
  const decoder = new EscposDecoder();
  const inBytes = job.flatMap((byte) => decoder.push(Uint8Array.of(byte)));
  expect(inBytes).toEqual(whole);
});

test('what was not cut comes out at the end of the job', () => {
  expect(decode(band([1, 1])).at(-1)).toMatchObject({ kind: 'slip', isCut: false });
});

test('what is asked in turn comes behind the slip before it; what is asked in real time is passed over', () => {
  const acts = decode(
    [0x10, 0x04, 1],
    [0x1d, 0x61, 0x0e],
    band([1, 1]),
    CUT,
    [0x10, 0x04, 4],
    ASK_STATUS,
    [0x1d, 0x61, 0],
  );
  expect(acts.map(({ kind }) => kind)).toEqual([
    'automatic-status',
    'paper',
    'slip',
    'paper-status',
    'automatic-status',
  ]);
  expect(acts.filter(({ kind }) => kind === 'automatic-status')).toMatchObject([{ isOn: true }, { isOn: false }]);
});

test('NUL is ignored, so that the end of a broken job may be filled up', () => {
  expect(decode([0, 0, 0], band([1, 1]), CUT)).toEqual(decode(band([1, 1]), CUT));
});

test.each([
  ['a letter', [0x41], 0],
  ['an unknown ESC command', [...INITIALISE, 0x1b, 0x21, 0x00], 3],
  ['an unknown GS command', [0x1d, 0x6b, 0x49], 1],
  ['a drawer kick', [0x1b, 0x70, 0x00], 1],
  ['a raster command in double width', [0x1d, 0x76, 0x30, 1, 2, 0, 1, 0, 0, 0], 3],
  ['a band of another width', [...band([1, 1]), 0x1d, 0x76, 0x30, 0, 3, 0, 1, 0, 0, 0, 0], 14],
  ['a real-time command other than status', [0x10, 0x14, 0x01], 1],
  ['a real-time question that there is not', [0x10, 0x04, 0x05], 2],
])('%s is refused with its place', (_name, bytes, offset) => {
  const error = thrownBy(() => decode(bytes));
  expect(error).toBeInstanceOf(UnknownByteError);
  expect(error).toMatchObject({ code: 'unknown-byte', offset, byte: bytes[offset] });
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
