import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { OneBitPicture } from '../layout/one-bit-picture.ts';
import { ASK_PAPER_STATUS, INITIALISE } from './escpos.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { holdsRealTimeCommand, rasterBands } from './raster-bands.ts';

/**
 * The whole ESC/POS job for a picture. The library only builds bytes: its network and file interfaces report success
 * while data is lost, its image command sends the picture in one piece, its cut feeds eight lines. Throws when a
 * real-time command would be found in it: the picture has to be cleared of them.
 */
export function printJob(picture: OneBitPicture, profile: PrinterProfile): Uint8Array {
  // With an empty interface the library opens nothing and refuses to send.
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
  printer.add(Buffer.from(INITIALISE));
  for (const band of rasterBands(picture, profile.bandHeight)) printer.add(Buffer.from(band));
  printer.add(Buffer.of(0x1b, 0x64, profile.feedLines));
  if (profile.cut === 'full') printer.cut({ verticalTabAmount: 0 });
  if (profile.cut === 'partial') printer.partialCut({ verticalTabAmount: 0 });
  if (profile.status.afterJob) printer.add(Buffer.from(ASK_PAPER_STATUS));
  const job = Uint8Array.from(printer.getBuffer());
  if (holdsRealTimeCommand(job)) throw new Error('a real-time command stands in the middle of a print job');
  return job;
}
