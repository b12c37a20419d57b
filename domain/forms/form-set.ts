import type { Dossier } from '../dossier.ts';
import { dateOf, type PlainDate, plainDate } from '../plain-date.ts';

/** The forms (biểu mẫu) of a counter, whatever their number at the time. Persisted. */
export type FormId =
  | 'receipt-slip'
  | 'supplement-request'
  | 'intake-refusal'
  | 'apology'
  | 'stop-notice'
  | 'control-sheet'
  | 'register-book';

/** Who signs a form; `giver` and `taker` sign each hop of a control sheet, `receiver` each line of a register book. */
export type FormSigner = 'submitter' | 'clerk' | 'leader' | 'giver' | 'taker' | 'receiver';

export type Form = {
  readonly id: FormId;
  /** Within its set. */
  readonly number: string;
  /** As it stands at the head. */
  readonly title: string;
  readonly paper: 'A5' | 'A4-landscape';
  /** In the order on the paper, from the left. */
  readonly signers: readonly FormSigner[];
  /** Behind the running number of the form ("12/HDHS"). Absent where no source gives one. */
  readonly numberSuffix?: string;
};

/** Persisted with every reception. */
export type FormSetId = '2018' | '2025';

/** The forms of one era. A dossier keeps those in force on the day of its receipt. */
export type FormSet = {
  readonly id: FormSetId;
  readonly circular: string;
  readonly effectiveFrom: PlainDate;
  /** Last day in force. */
  readonly effectiveTo?: PlainDate;
  /** What the counter is called at the head of a form, below the names of the bodies, which are data of the unit. */
  readonly counterName: string;
  readonly forms: readonly Form[];
};

const SUPPLEMENT_REQUEST: Form = {
  id: 'supplement-request',
  number: 'Mẫu 02',
  title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
  paper: 'A5',
  signers: ['clerk'],
  numberSuffix: '/HDHS',
};

const INTAKE_REFUSAL: Form = {
  id: 'intake-refusal',
  number: 'Mẫu 03',
  title: 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
  paper: 'A5',
  signers: ['submitter', 'clerk'],
};

/** TT 01/2018/TT-VPCP: the six forms of the years with three levels. */
const FORMS_OF_2018: FormSet = {
  id: '2018',
  circular: 'TT 01/2018/TT-VPCP',
  effectiveFrom: plainDate('2019-01-06'),
  effectiveTo: plainDate('2025-06-30'),
  counterName: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
  forms: [
    receiptSlip('/BPTNTKQ'),
    SUPPLEMENT_REQUEST,
    INTAKE_REFUSAL,
    apology('PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ'),
    controlSheet('Mẫu 05'),
    registerBook('Mẫu 06'),
  ],
};

/** TT 03/2025/TT-VPCP: seven forms. Its apology keeps the suffix of the one before, which no source confirms. */
const FORMS_OF_2025: FormSet = {
  id: '2025',
  circular: 'TT 03/2025/TT-VPCP',
  effectiveFrom: plainDate('2025-07-01'),
  counterName: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
  forms: [
    receiptSlip('/TTPVHCC'),
    SUPPLEMENT_REQUEST,
    INTAKE_REFUSAL,
    apology('VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT'),
    {
      id: 'stop-notice',
      number: 'Mẫu 05',
      title: 'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
      paper: 'A5',
      signers: ['leader'],
    },
    controlSheet('Mẫu 06'),
    registerBook('Mẫu 07'),
  ],
};

export const FORM_SETS: readonly FormSet[] = [FORMS_OF_2018, FORMS_OF_2025];

/** The set for what is received on `day`. Years before the first set have none of their own and get it too. */
export function formSetOn(day: PlainDate): FormSet {
  return day < FORMS_OF_2025.effectiveFrom ? FORMS_OF_2018 : FORMS_OF_2025;
}

/** Undefined where the set has no such form. */
export function formOf(setId: FormSetId, formId: FormId): Form | undefined {
  return setOf(setId).forms.find(({ id }) => id === formId);
}

/**
 * The set a dossier keeps all its life: the one frozen into its reception, else by the day of receipt; before any reception
 * by the day it was answered or came in. Undefined as long as none of these is known.
 */
export function formsOf({ intake, carriedOver, intakeRefusal, guidance, filing }: Dossier): FormSet | undefined {
  const frozen = FORM_SETS.find(({ id }) => id === intake?.formSet);
  if (frozen) return frozen;
  const at = intake?.receivedAt ?? carriedOver?.receivedAt ?? intakeRefusal?.at ?? guidance?.at ?? filing?.at;
  return at === undefined ? undefined : formSetOn(dateOf(at));
}

function setOf(id: FormSetId): FormSet {
  return id === '2018' ? FORMS_OF_2018 : FORMS_OF_2025;
}

function receiptSlip(numberSuffix: string): Form {
  return {
    id: 'receipt-slip',
    number: 'Mẫu 01',
    title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    paper: 'A5',
    signers: ['submitter', 'clerk'],
    numberSuffix,
  };
}

function apology(title: string): Form {
  return { id: 'apology', number: 'Mẫu 04', title, paper: 'A5', signers: ['leader'], numberSuffix: '/PXL' };
}

function controlSheet(number: string): Form {
  return {
    id: 'control-sheet',
    number,
    title: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
    paper: 'A5',
    signers: ['giver', 'taker'],
  };
}

function registerBook(number: string): Form {
  return { id: 'register-book', number, title: 'SỔ THEO DÕI HỒ SƠ', paper: 'A4-landscape', signers: ['receiver'] };
}
