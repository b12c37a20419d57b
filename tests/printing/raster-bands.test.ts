import { expect, test } from 'vitest';
import { rasterBands, withoutRealTimeCommands } from '../../printing/device/raster-bands.ts';

test('a picture leaves in bands of the height the printer can hold', () => {
  const picture = { widthDots: 16, heightDots: 300, raster: new Uint8Array(600).fill(0xaa) };
  const bands = rasterBands(picture, 128);
  expect(bands.map((band) => [...band.subarray(0, 8)])).toEqual([
    [0x1d, 0x76, 0x30, 0, 2, 0, 128, 0],
    [0x1d, 0x76, 0x30, 0, 2, 0, 128, 0],
    [0x1d, 0x76, 0x30, 0, 2, 0, 44, 0],
  ]);
  expect(bands.map((band) => band.length)).toEqual([264, 264, 96]);
});

test.each([0x04, 0x05, 0x14])('dots that read as the real-time command 10 %i lose one dot', (second) => {
  const picture = { widthDots: 32, heightDots: 1, raster: Uint8Array.of(0x01, 0x10, second, 0x10) };
  expect([...withoutRealTimeCommands(picture).raster]).toEqual([0x01, 0x00, second, 0x10]);
});

test('the pair is found from one row to the next', () => {
  const picture = { widthDots: 8, heightDots: 2, raster: Uint8Array.of(0x10, 0x04) };
  expect([...withoutRealTimeCommands(picture).raster]).toEqual([0x00, 0x04]);
});
