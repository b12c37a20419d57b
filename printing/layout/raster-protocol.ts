import type { ReprintMark } from '../../domain/slips/reprint-mark.ts';
import type { Slip } from '../../domain/slips/slip.ts';
import type { PrinterProfile } from '../device/printer-profile.ts';
import type { OneBitPicture } from './one-bit-picture.ts';

/** What is to be drawn, and for which printer. */
export type SlipRequest = {
  readonly slip: Slip;
  readonly profile: PrinterProfile;
  readonly reprint?: ReprintMark;
};

/** A slip as it leaves for the printer. Kept as it is: a retry sends these bytes and no others. */
export type SlipArtifact = OneBitPicture & {
  /** The whole ESC/POS job. */
  readonly bytes: Uint8Array;
  /** Of `bytes`, hex. */
  readonly sha256: string;
  /** `FONT_VERSION` of the program that drew it. */
  readonly fontVersion: string;
};

/** What the worker is asked and what it answers; `id` pairs them. */
export type RasterQuestion = { readonly id: number; readonly request: SlipRequest };
export type RasterAnswer =
  { readonly id: number; readonly artifact: SlipArtifact } | { readonly id: number; readonly error: Error };
