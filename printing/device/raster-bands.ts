import { bytesPerRow, type OneBitPicture } from '../layout/one-bit-picture.ts';

const DLE = 0x10;
/** What makes a real-time command after DLE: EOT (status), ENQ (recover), DC4 (drawer, power off). */
const REAL_TIME: readonly number[] = [0x04, 0x05, 0x14];

/** Whether a printer would find a real-time command somewhere in these bytes, and obey it at once. */
export function holdsRealTimeCommand(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => isRealTimeCommand(byte, bytes[at + 1]));
}

function isRealTimeCommand(byte: number, next: number | undefined): boolean {
  return byte === DLE && next !== undefined && REAL_TIME.includes(next);
}

/**
 * The picture without byte pairs that a printer would take for a real-time command: those are obeyed even in the
 * middle of raster data. The one dot that makes the DLE goes white; on paper it is 1/8 mm.
 */
export function withoutRealTimeCommands(picture: OneBitPicture): OneBitPicture {
  const raster = Uint8Array.from(picture.raster);
  for (const [at, byte] of raster.entries()) {
    if (isRealTimeCommand(byte, raster[at + 1])) raster[at] = 0;
  }
  return { ...picture, raster };
}

/**
 * The picture as GS v 0 commands of at most `bandHeight` rows each, top to bottom: cheap printers print garbage when
 * one command is larger than their buffer.
 */
export function rasterBands(picture: OneBitPicture, bandHeight: number): readonly Uint8Array[] {
  const stride = bytesPerRow(picture.widthDots);
  const bands: Uint8Array[] = [];
  for (let top = 0; top < picture.heightDots; top += bandHeight) {
    const rows = Math.min(bandHeight, picture.heightDots - top);
    const command = Uint8Array.of(0x1d, 0x76, 0x30, 0, stride & 0xff, stride >> 8, rows & 0xff, rows >> 8);
    bands.push(Buffer.concat([command, picture.raster.subarray(top * stride, (top + rows) * stride)]));
  }
  return bands;
}
