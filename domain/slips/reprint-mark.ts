import type { LocalMoment } from '../plain-date.ts';

/** Marks a print after the first ("BẢN IN LẦN n"): of whoever asked for it, and when. */
export type ReprintMark = { readonly copyNo: number; readonly at: LocalMoment; readonly clerkName: string };
