import type { Dossier } from '../../../domain/dossier.ts';
import { formSheetOf, type FormWish } from '../../../domain/forms/dossier-forms.ts';
import type { FormSetId } from '../../../domain/forms/form-set.ts';
import type { FormIssue, FormSheet } from '../../../domain/forms/form-sheet.ts';
import { batchListForm, controlSheetForm, registerBookForm, scannerSheet } from '../../../domain/forms/list-forms.ts';
import type { Received } from '../../../domain/lifecycle/dossier-fact.ts';
import { projectDossier } from '../../../domain/lifecycle/project-dossier.ts';
import { controlSheetOf } from '../../../domain/linked/control-sheet.ts';
import { addDays, dateOf, localMoment, type PlainDate, plainDate } from '../../../domain/plain-date.ts';
import { registerRows } from '../../../domain/report/register-book.ts';
import type { ReprintMark } from '../../../domain/slips/reprint-mark.ts';
import { type BatchList, batchList } from '../../../domain/transfer/batch-list.ts';
import { APPOINTMENT, RECEIVED, valueOf } from '../../domain/fixtures.ts';
import { appointmentAt, factsOf, type Line, LINKED, lived, numbered } from '../../domain/report/life.ts';
import { batchOf, closed, opened } from '../../domain/transfer/batches.ts';
import { LONGEST } from '../sample-slips.ts';

// People, numbers and courses are invented.

type Era = {
  readonly unit: FormIssue['unit'];
  readonly received: string;
  readonly due: string;
  readonly next: (days: number, time: string) => string;
};

const ERAS: Readonly<Record<FormSetId, Era>> = {
  '2018': era({ name: 'Xã Xuân Viên', upperNames: ['Huyện Yên Lập', 'Tỉnh Phú Thọ'] }, '2020-04-20'),
  '2025': era({ name: 'Xã Xuân Viên', upperNames: ['Tỉnh Phú Thọ'] }, '2025-08-04'),
};

function era(unit: FormIssue['unit'], day: string): Era {
  const next = (days: number, time: string): string => `${addDays(plainDate(day), days)}T${time}`;
  return { unit, received: next(0, '08:37'), due: next(8, '11:30'), next };
}

export const REPRINT: ReprintMark = { copyNo: 2, at: localMoment('2020-04-29T10:15'), clerkName: 'Trần Văn Ưởng' };

const PAPERS = [
  ['Tờ khai đăng ký khai sinh theo mẫu', 1, 0],
  ['Giấy chứng sinh', 1, 0],
  ['Giấy chứng nhận kết hôn của cha, mẹ', 0, 1],
  ['Thẻ căn cước công dân của người yêu cầu đăng ký', 0, 1],
  ['Văn bản ủy quyền được chứng thực theo quy định', 1, 0],
] as const;

/** An ordinary reception: five papers, brought by somebody else, days off on the way. */
function reception(setId: FormSetId): Received {
  const { unit, received, due } = ERAS[setId];
  return {
    ...RECEIVED,
    unit: { ...RECEIVED.unit, ...unit },
    procedure: { ...RECEIVED.procedure, limit: { kind: 'working-days', days: 5 } },
    papers: PAPERS.map(([name, originals, copies], i) => ({ id: `p${i}`, name, originals, copies })),
    applicant: {
      ...RECEIVED.applicant,
      name: 'Nguyễn Thị Hường',
      idNumber: '025190000001',
      address: 'Khu 5, xã Xuân Viên, huyện Yên Lập, tỉnh Phú Thọ',
    },
    submitter: { name: 'Đinh Văn Quyết', idNumber: '025085000123', phone: { kind: 'number', digits: '0987654321' } },
    receivedAt: localMoment(received),
    appointment: { ...APPOINTMENT, at: localMoment(due), basis: { kind: 'working-days', days: 5 } },
  };
}

const MISSING = [
  { id: 'a', name: 'Giấy chứng sinh (bản chính)', note: 'chưa có dấu của cơ sở y tế' },
  { id: 'b', name: 'Giấy chứng nhận kết hôn của cha, mẹ', note: '' },
  { id: 'c', name: 'Tờ khai đăng ký khai sinh', note: 'chưa ký, chưa ghi họ tên người khai' },
];

/** Something of each kind of form has happened to these. */
function livesOf(setId: FormSetId) {
  const { received, next } = ERAS[setId];
  const start: Line = ['received', received, reception(setId)];
  const refused: Line = [
    'intake-refused',
    received,
    {
      applicant: reception(setId).applicant,
      ground: 'not-competent',
      reason:
        'Nơi cư trú của cha, mẹ trẻ em thuộc xã khác; đề nghị Ông/Bà nộp hồ sơ tại Ủy ban nhân dân xã nơi cư trú theo ' +
        'quy định tại Điều 13 Luật Hộ tịch',
    },
  ];
  return {
    received: lived(start),
    supplement: lived(
      start,
      ['processing-started', next(0, '09:00')],
      [
        'supplement-requested',
        next(1, '14:20'),
        {
          formNumber: { year: 2020, station: 1, number: 12 },
          missing: MISSING,
          reason: 'Giấy chứng sinh chưa hợp lệ, tờ khai chưa đủ nội dung theo mẫu',
          respondBy: addDays(dateOf(localMoment(received)), 30),
        },
      ],
    ),
    refused: lived(refused),
    apology: lived(
      start,
      ['processing-started', next(0, '09:00')],
      [
        'apology-issued',
        next(8, '15:00'),
        {
          formNumber: { year: 2020, station: 1, number: 2 },
          reason:
            'phải xác minh thông tin hộ tịch tại xã nơi cư trú trước đây của người yêu cầu, chưa có văn bản trả lời',
          newAppointmentAt: localMoment(next(12, '17:00')),
          signer: 'Hà Văn Sáu',
        },
      ],
    ),
    stopped: lived(
      start,
      ['processing-started', next(0, '09:00')],
      ['fee-collected', next(0, '09:05')],
      ['withdrawn', next(2, '10:30'), { reason: 'đã đăng ký khai sinh tại nơi cư trú của mẹ' }],
    ),
  };
}

const WISHES = {
  'receipt-slip': 'received',
  'supplement-request': 'supplement',
  'intake-refusal': 'refused',
  apology: 'apology',
  'stop-notice': 'stopped',
} as const;

export function issueOf(setId: FormSetId): FormIssue {
  const { unit, next } = ERAS[setId];
  return { isTrial: false, unit, at: localMoment(next(14, '16:05')), clerkName: 'Hà Thị Bích Ngọc' };
}

export function dossierForm(setId: FormSetId, form: FormWish['form']): FormSheet {
  return valueOf(formSheetOf({ form }, livesOf(setId)[WISHES[form]], issueOf(setId)));
}

export function controlForm(setId: FormSetId): FormSheet {
  const { received, due, next } = ERAS[setId];
  const facts = factsOf(
    ['received', received, { ...reception(setId), procedure: LINKED.procedure, appointment: appointmentAt(due) }],
    ['processing-started', next(0, '08:50')],
    ['commune-part-finished', next(2, '10:00'), { note: 'Đã đăng ký khai sinh' }],
    ['transfer-sent', next(2, '14:00'), { batch: 'BG-08305-200422-1001' }],
    ['transfer-received', next(3, '08:30')],
    ['upstream-result-issued', next(6, '15:00')],
    ['upstream-result-arrived', next(7, '09:10')],
    ['result-handed-over', next(8, '09:40')],
  );
  const dossier = projectDossier(facts);
  const control = dossier && controlSheetOf({ dossier, facts });
  if (!dossier || !control) throw new Error('no control sheet');
  return controlSheetForm(control, dossier, issueOf(setId));
}

const NAMES = ['Nguyễn Thị Hường', 'Đinh Văn Quyết', 'Hà Thị Mơ', 'Phùng Chòi Mềnh', 'Trần Phước Bảo Quỳnh Thùy Dương'];
const TITLES = [
  'Đăng ký khai sinh',
  'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam cấp hoặc chứng nhận',
  'Xác nhận tình trạng hôn nhân',
  'Công nhận hộ nghèo, hộ cận nghèo',
];

function dossierNo(setId: FormSetId, i: number): Dossier {
  const { received, next } = ERAS[setId];
  const { procedure, applicant, ...rest } = reception(setId);
  const own = {
    ...rest,
    procedure: { ...procedure, name: TITLES[i % TITLES.length] ?? '' },
    applicant: { ...applicant, name: NAMES[i % NAMES.length] ?? '' },
  };
  const started: readonly Line[] = [
    ['received', received, own],
    ['processing-started', next(0, '09:00')],
  ];
  const ends: readonly (readonly Line[])[] = [
    [
      ['result-issued', next(1, '10:00')],
      ['result-handed-over', next(2, '09:00')],
    ],
    [],
    [['withdrawn', next(1, '10:00')]],
    [['apology-issued', next(8, '15:00'), { newAppointmentAt: localMoment(next(12, '17:00')) }]],
    [['voided', next(0, '10:00')]],
  ];
  return numbered(lived(...started, ...(ends[i % ends.length] ?? [])), i + 1);
}

export function registerForm(setId: FormSetId, count: number): FormSheet {
  const dossiers = Array.from({ length: count }, (_, i) => dossierNo(setId, i));
  const from = dateOf(localMoment(ERAS[setId].received));
  const until: PlainDate = addDays(from, 30);
  const { book } = RECEIVED.registerBook;
  return registerBookForm({ book, from, until, rows: registerRows(dossiers, { book, from, until }) }, issueOf(setId));
}

export function batchForm(setId: FormSetId, count: number): FormSheet {
  return batchListForm(listOf(setId, count), issueOf(setId));
}

function listOf(setId: FormSetId, count: number): BatchList {
  const dossiers = Array.from({ length: count }, (_, i) => dossierNo(setId, i));
  const byId = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
  const list = batchList(batchOf(opened(), closed([...byId.keys()])), (id) => byId.get(id));
  const [to = ''] = ERAS[setId].unit.upperNames;
  return { ...list, from: ERAS[setId].unit.name, to, closedAt: localMoment(ERAS[setId].next(1, '14:00')) };
}

/** Everything as long as the form lets it be: 40 papers, a title of 300 letters. */
export function longestReceipt(setId: FormSetId): FormSheet {
  const sheet = dossierForm(setId, 'receipt-slip');
  if (sheet.template !== 'form/receipt-slip/1') throw new Error('another form');
  const { received } = sheet;
  return {
    ...sheet,
    unit: LONGEST.unit,
    received: {
      ...received,
      papers: LONGEST.papers,
      procedure: { ...received.procedure, name: LONGEST.procedureName },
      applicant: { ...received.applicant, name: LONGEST.applicantName, address: LONGEST.applicantAddress },
    },
  };
}

/** So many papers asked for that the signature alone would be left for the next page. */
function longRequest(): FormSheet {
  const sheet = dossierForm('2018', 'supplement-request');
  if (sheet.template !== 'form/supplement-request/1') throw new Error('another form');
  const missing = LONGEST.papers.slice(0, 7).map(({ id, name }) => ({ id, name, note: 'chưa có' }));
  return { ...sheet, asked: { ...sheet.asked, missing } };
}

export type SampleForm = {
  readonly name: string;
  readonly sheet: FormSheet;
  readonly reprint?: ReprintMark;
  /** Pages in all copies; several where nobody has to count. */
  readonly pages: number | 'several';
  readonly copies: 1 | 2;
};

/** Each form of both sets, then what is out of the ordinary. */
export const SAMPLES: readonly SampleForm[] = [
  ...(['2018', '2025'] as const).flatMap((setId): readonly SampleForm[] => [
    two(`${setId}-01-receipt-slip`, dossierForm(setId, 'receipt-slip')),
    two(`${setId}-02-supplement-request`, dossierForm(setId, 'supplement-request')),
    two(`${setId}-03-intake-refusal`, dossierForm(setId, 'intake-refusal')),
    two(`${setId}-04-apology`, dossierForm(setId, 'apology')),
    ...(setId === '2025' ? [two('2025-05-stop-notice', dossierForm(setId, 'stop-notice'))] : []),
    { name: `${setId}-control-sheet`, sheet: controlForm(setId), pages: 'several', copies: 1 },
    { name: `${setId}-register-book`, sheet: registerForm(setId, 24), pages: 'several', copies: 1 },
    two(`${setId}-batch-list`, batchForm(setId, 8)),
  ]),
  { name: 'scanner-sheet', sheet: scannerSheet(issueOf('2018')), pages: 1, copies: 1 },
  { name: 'receipt-slip-longest', sheet: longestReceipt('2018'), pages: 'several', copies: 2 },
  { name: 'supplement-request-long', sheet: longRequest(), pages: 4, copies: 2 },
  { name: 'batch-list-long', sheet: batchForm('2018', 60), pages: 'several', copies: 2 },
  {
    ...two('receipt-slip-trial-reprint', { ...dossierForm('2018', 'receipt-slip'), isTrial: true }),
    reprint: REPRINT,
  },
];

function two(name: string, sheet: FormSheet): SampleForm {
  return { name, sheet, pages: 2, copies: 2 };
}
