import type { ControlSheet } from '../linked/control-sheet.ts';
import type {
  DossierPayloads,
  FactPlace,
  FormNumber,
  IntakeRefused,
  Received,
  SupplementGuided,
} from '../lifecycle/dossier-fact.ts';
import type { KnownState } from '../lifecycle/dossier-state.ts';
import type { Applicant } from '../party.ts';
import type { LocalMoment, PlainDate } from '../plain-date.ts';
import type { Procedure } from '../procedure.ts';
import type { RegisterRow } from '../report/register-book.ts';
import { unreachable } from '../result.ts';
import { dossierIdOf, type ScanCode } from '../scan-code.ts';
import type { MovedAppointment } from '../slips/moved-appointment.ts';
import { placeKeyOf } from '../slips/slip.ts';
import type { SlipIssue } from '../slips/slip-issue.ts';
import type { BatchList } from '../transfer/batch-list.ts';
import type { FormSetId } from './form-set.ts';

/** Who gives a form out, and when; `at` is the date at its head where the form bears no date of its own. */
export type FormIssue = SlipIssue;

/** What every form begins with: who gave it out, the date at its head, and the set whose wording it has. */
type Headed = FormIssue & { readonly formSet: FormSetId };

/** The dossier a form is about. */
export type DossierOnForm = {
  readonly scanCode: ScanCode;
  /** Absent before the reception. Of the former system for a dossier that was taken over. */
  readonly dossierNumber?: string;
  readonly applicant: Applicant;
  /** The code of the procedure, where a sensitive one has no title on paper. */
  readonly procedureName: string;
};

/** Mẫu 01: giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
export type ReceiptSlipForm = Headed & {
  readonly template: 'form/receipt-slip/1';
  /** With the appointment that counts now. */
  readonly received: Received;
  /** That is not the one that was first promised. */
  readonly moved?: MovedAppointment;
};

/** Mẫu 02: phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, before the reception or after it. */
export type SupplementForm = Headed &
  DossierOnForm & {
    readonly template: 'form/supplement-request/1';
    readonly asked: Pick<SupplementGuided, 'formNumber' | 'missing' | 'reason'> &
      Partial<Pick<DossierPayloads['supplement-requested'], 'respondBy'>>;
  };

/** Mẫu 03: phiếu từ chối tiếp nhận giải quyết hồ sơ. */
export type IntakeRefusalForm = Headed & {
  readonly template: 'form/intake-refusal/1';
  readonly refused: IntakeRefused;
};

/** Mẫu 04: phiếu xin lỗi và hẹn lại ngày trả kết quả; since 2025 văn bản xin lỗi và đề nghị gia hạn. */
export type ApologyForm = Headed &
  DossierOnForm & {
    readonly template: 'form/apology/1';
    readonly apology: DossierPayloads['apology-issued'];
    readonly receivedAt: LocalMoment;
    /** The date that counted when the office said sorry. Absent where the old list named none. */
    readonly promisedAt?: LocalMoment;
  };

/** Mẫu 05 of 2025: thông báo dừng giải quyết hồ sơ. */
export type StopNoticeForm = Headed &
  DossierOnForm & {
    readonly template: 'form/stop-notice/1';
    /** The stop it is about: one that was taken back may be said again in the same minute. */
    readonly of?: FactPlace;
    readonly kind: 'withdrawn' | 'stopped';
    readonly reason: string;
    readonly receivedAt: LocalMoment;
    /** The state it was stopped in (giai đoạn). */
    readonly stage: KnownState;
    /** đồng, fee and duty together. `refunded` went back of what was paid. */
    readonly moneyVnd: { readonly paid: number; readonly refunded: number };
  };

/** Mẫu 05, since 2025 Mẫu 06: phiếu kiểm soát quá trình giải quyết hồ sơ, as it stood at `at`. */
export type ControlSheetForm = Headed & {
  readonly template: 'form/control-sheet/1';
  readonly scanCode: ScanCode;
  readonly control: ControlSheet;
};

/** Mẫu 06, since 2025 Mẫu 07: sổ theo dõi hồ sơ, as it stood at `at`. */
export type RegisterBookForm = Headed & {
  readonly template: 'form/register-book/1';
  readonly book: string;
  readonly from: PlainDate;
  /** Included. */
  readonly until: PlainDate;
  readonly rows: readonly RegisterRow[];
};

/** Danh sách bàn giao hồ sơ: no national form, but every office signs one. */
export type BatchListForm = Headed & { readonly template: 'form/batch-list/1'; readonly list: BatchList };

/** Bản niêm yết thủ tục hành chính: what the office posts on its wall of one procedure. */
export type ProcedureNoticeForm = Headed & {
  readonly template: 'form/procedure-notice/1';
  readonly procedure: Procedure;
  /** đồng by rule id, as the council had set them at `at`. */
  readonly councilAmounts: { readonly [ruleId: string]: number };
};

/** Danh mục thủ tục hành chính: those in force at `at`, in the order of the catalogue. */
export type ProcedureListForm = Headed & {
  readonly template: 'form/procedure-list/1';
  readonly procedures: readonly ListedProcedure[];
};

export type ListedProcedure = Pick<Procedure, 'code' | 'name' | 'field' | 'level' | 'limit'>;

/** How a scanner is to be set up, with codes to try it on. */
export type ScannerSheet = Headed & { readonly template: 'form/scanner-sheet/1' };

/**
 * What a paper of A5 or A4 says, as data; no layout. Frozen when it is issued: a copy made later shows what was said.
 * `template` names the layout that draws it. A new layout is a new version; what was issued keeps its own.
 */
export type FormSheet =
  | ReceiptSlipForm
  | SupplementForm
  | IntakeRefusalForm
  | ApologyForm
  | StopNoticeForm
  | ControlSheetForm
  | RegisterBookForm
  | BatchListForm
  | ProcedureNoticeForm
  | ProcedureListForm
  | ScannerSheet;

/** What says one thing that happened to a dossier. */
type FormOfStep = ReceiptSlipForm | SupplementForm | IntakeRefusalForm | ApologyForm | StopNoticeForm;

/**
 * Which paper a form is: the same paper printed again is the next copy of it, another paper is a first copy of its own.
 * What shows how something stood at a moment is another paper at the next moment. Persisted.
 */
export function formKeyOf(sheet: FormSheet): string {
  switch (sheet.template) {
    case 'form/receipt-slip/1':
      return `form/receipt-slip/${dossierIdOf(sheet.received.scanCode)}`;
    case 'form/supplement-request/1':
      return `form/supplement-request/${dossierIdOf(sheet.scanCode)}/${numbered(sheet.asked.formNumber)}`;
    case 'form/intake-refusal/1':
      return `form/intake-refusal/${dossierIdOf(sheet.refused.scanCode)}/${numbered(sheet.refused.formNumber)}`;
    case 'form/apology/1':
      return `form/apology/${dossierIdOf(sheet.scanCode)}/${numbered(sheet.apology.formNumber)}`;
    case 'form/stop-notice/1':
      return `form/stop-notice/${dossierIdOf(sheet.scanCode)}/${placeKeyOf(sheet.of) ?? sheet.at}`;
    default:
      return momentKeyOf(sheet);
  }
}

/** Of what is about no single step of a dossier. */
function momentKeyOf(sheet: Exclude<FormSheet, FormOfStep>): string {
  switch (sheet.template) {
    case 'form/control-sheet/1':
      return `form/control-sheet/${dossierIdOf(sheet.scanCode)}/${sheet.at}`;
    case 'form/register-book/1':
      return `form/register-book/${sheet.book}/${sheet.from}/${sheet.until}/${sheet.at}`;
    case 'form/batch-list/1': {
      const { code, closedAt } = sheet.list;
      return closedAt === undefined ? `form/batch-list/${code}/open/${sheet.at}` : `form/batch-list/${code}`;
    }
    case 'form/procedure-notice/1':
      return `form/procedure-notice/${sheet.procedure.code}/${sheet.procedure.version}/${sheet.at}`;
    case 'form/procedure-list/1':
      return `form/procedure-list/${sheet.at}`;
    case 'form/scanner-sheet/1':
      return `form/scanner-sheet/${sheet.at}`;
    default:
      return unreachable(sheet);
  }
}

export type FormPaper = 'A5' | 'A4' | 'A4-landscape';

/** The national forms are A5 but for the register book; what is ours alone is A4. */
export function paperOf({ template }: FormSheet): FormPaper {
  switch (template) {
    case 'form/register-book/1':
      return 'A4-landscape';
    case 'form/batch-list/1':
    case 'form/procedure-notice/1':
    case 'form/procedure-list/1':
    case 'form/scanner-sheet/1':
      return 'A4';
    default:
      return 'A5';
  }
}

function numbered({ year, station, number }: FormNumber): string {
  return `${year}-${station}-${number}`;
}
