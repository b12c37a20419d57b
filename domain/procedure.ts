import type { PlainDate } from './plain-date.ts';

/** How long the office may take, as published for the procedure (thời hạn giải quyết). */
export type ProcedureLimit =
  /** Result on the day of receipt; received after `cutOffMinute` (minutes since midnight), on the next working day. */
  | { readonly kind: 'same-day'; readonly cutOffMinute: number }
  | { readonly kind: 'working-days'; readonly days: number }
  | { readonly kind: 'calendar-days'; readonly days: number }
  /** The published procedure names no limit: the clerk agrees a date with the citizen. */
  | { readonly kind: 'none' };

/** One paper a procedure asks for (thành phần hồ sơ). */
export type RequiredPaper = {
  /** Stable within the procedure; persisted. */
  readonly id: string;
  /** Short wording of our own, for the counter and the slip. */
  readonly name: string;
  /** `submit` (nộp): stays with the dossier. `show` (xuất trình): looked at and given back. */
  readonly mode: 'submit' | 'show';
  readonly originals: number;
  readonly copies: number;
  /** False for papers that only some applicants need; `condition` then says who. */
  readonly required: boolean;
  readonly condition?: string;
};

/** What is paid (phí, lệ phí). `amountVnd` undefined: set by the provincial council, the clerk tells. */
export type ProcedureFee = {
  readonly amountVnd: number | undefined;
  /** `flat`, or per page / copy / signature / contract. */
  readonly per: 'dossier' | 'page' | 'copy' | 'signature' | 'contract';
  readonly note?: string;
};

export type ProcedureLevel = 'commune' | 'district';

/** A published procedure (thủ tục hành chính) in one version. Insert-only: a change is a new version. */
export type Procedure = {
  /** National code, e.g. `1.001193`. */
  readonly code: string;
  /** Names this publication, e.g. `2020-01-01`. */
  readonly version: string;
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo?: PlainDate;
  /** The official name. */
  readonly name: string;
  /** What clerks call it ("Khai sinh"). */
  readonly alias: string;
  /** Letters that find it at once, without marks ("ks"). */
  readonly shortcuts: readonly string[];
  /** Field (lĩnh vực). */
  readonly field: string;
  readonly level: ProcedureLevel;
  readonly limit: ProcedureLimit;
  readonly fee: ProcedureFee;
  readonly requiredPapers: readonly RequiredPaper[];
  /** What the citizen receives. */
  readonly resultName: string;
};
