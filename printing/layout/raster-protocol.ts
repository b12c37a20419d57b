import type { ReceiptSlip, ReprintMark } from '../../domain/receipt-slip.ts';
import type { PrinterProfile } from '../device/printer-profile.ts';
import type { OneBitPicture } from './one-bit-picture.ts';

/** What is to be drawn, and for which printer. */
export type SlipRequest = {
  readonly slip: ReceiptSlip;
  readonly profile: PrinterProfile;
  readonly reprint?: ReprintMark;
};

/** A slip as it leaves for the printer. Kept as it is: a retry sends these bytes and no others. */
export type SlipArtifact = OneBitPicture & {
  /** The whole ESC/POS job. */
  readonly bytes: Uint8Array;
  /** Of `bytes`, hex. */
  readonly sha256: string;
  /** Changes when any font file does. */
  readonly fontVersion: string;
};

/** What the worker is asked and what it answers; `id` pairs them. */
export type RasterQuestion = { readonly id: number; readonly request: SlipRequest };
export type RasterAnswer =
  { readonly id: number; readonly artifact: SlipArtifact } | { readonly id: number; readonly error: Error };
