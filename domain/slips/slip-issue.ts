import type { LocalMoment } from '../plain-date.ts';
import type { ScanCode } from '../scan-code.ts';

/** Who gave a slip out, and when: what every slip begins and ends with. */
export type SlipIssue = {
  /** "BẢN THỬ": made in the trial, worth nothing. */
  readonly isTrial: boolean;
  readonly unit: { readonly name: string; readonly upperNames: readonly string[] };
  readonly at: LocalMoment;
  readonly clerkName: string;
};

/** The dossier a slip is about, as far as paper that strangers may see names it. */
export type DossierOnSlip = {
  readonly scanCode: ScanCode;
  /** Absent before the reception. Of the former system for a dossier that was taken over. */
  readonly dossierNumber?: string;
  readonly applicantName: string;
  /** The code of the procedure, where a sensitive one has no title on paper. */
  readonly procedureName: string;
};
