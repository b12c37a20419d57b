import { COUNTER_PROCEDURES } from '../../../domain/catalogue/counter-procedures.ts';
import { BIRTH_WITH_HEALTH_CARD } from '../../../domain/catalogue/linked-birth-procedures.ts';
import type { Dossier } from '../../../domain/dossier.ts';
import { formSheetOf, type FormWish } from '../../../domain/forms/dossier-forms.ts';
import type { FormSetId } from '../../../domain/forms/form-set.ts';
import type { FormIssue, FormSheet, ReceiptSlipForm } from '../../../domain/forms/form-sheet.ts';
import {
  batchListForm,
  controlSheetForm,
  procedureListForm,
  procedureNoticeForm,
  registerBookForm,
  scannerSheet,
} from '../../../domain/forms/list-forms.ts';
import type { Received } from '../../../domain/lifecycle/dossier-fact.ts';
import { projectDossier } from '../../../domain/lifecycle/project-dossier.ts';
import { controlSheetOf } from '../../../domain/linked/control-sheet.ts';
import { addDays, dateOf, localMoment, type PlainDate, plainDate } from '../../../domain/plain-date.ts';
import { proceduresInForce } from '../../../domain/procedure-catalogue.ts';
import { registerRows } from '../../../domain/report/register-book.ts';
import type { ReprintMark } from '../../../domain/slips/reprint-mark.ts';
import { type BatchList, batchList } from '../../../domain/transfer/batch-list.ts';
import type { OrderedFact } from '../../../domain/lifecycle/course.ts';
import { dossierIdOf, makeScanCode } from '../../../domain/scan-code.ts';
import { parseBatchCode } from '../../../domain/transfer/batch-code.ts';
import { APPOINTMENT, RECEIVED, valueOf } from '../../domain/fixtures.ts';
import { appointmentAt, factsOf, type Line, LINKED } from '../../domain/report/life.ts';
import { batchOf, closed, opened } from '../../domain/transfer/batches.ts';
import { LONGEST, sampleNumber } from '../sample-slips.ts';

// People, numbers and courses are invented.

type Era = {
  readonly unit: FormIssue['unit'];
  readonly unitCode: string;
  readonly organisationCode: string;
  readonly received: string;
  readonly due: string;
  readonly next: (days: number, time: string) => string;
};

const ERAS: Readonly<Record<FormSetId, Era>> = {
  '2018': era({ name: 'Xã Xuân Viên', upperNames: ['Huyện Yên Lập', 'Tỉnh Phú Thọ'] }, '000.86.22.H44', '2020-04-20'),
  '2025': era({ name: 'Xã Xuân Viên', upperNames: ['Tỉnh Phú Thọ'] }, 'H44.993', '2025-08-04'),
};

/** From a Monday on; the dates fall on working days. */
function era(unit: FormIssue['unit'], organisationCode: string, day: string): Era {
  const next = (days: number, time: string): string => `${addDays(plainDate(day), days)}T${time}`;
  return { unit, unitCode: '08305', organisationCode, received: next(0, '08:37'), due: next(8, '11:30'), next };
}

function yearOf(setId: FormSetId): number {
  return Number(ERAS[setId].received.slice(0, 4));
}

/** The numbers that the `i`-th reception of the day gave. */
function numbersOf(setId: FormSetId, i: number) {
  const { unitCode, organisationCode, received } = ERAS[setId];
  const [year, runningNumber] = [yearOf(setId), i + 1];
  return {
    scanCode: makeScanCode({ unitCode, station: 1, yearOfCentury: year % 100, runningNumber }),
    dossierNumber: sampleNumber(organisationCode, dateOf(localMoment(received)), i),
    registerBook: { book: `01/${year}`, number: runningNumber },
  };
}

/** Facts of the `i`-th reception of the day. What the fixtures call by an office bears the name of a person here. */
function factsBy(setId: FormSetId, lines: readonly Line[], i = 41): readonly OrderedFact[] {
  const dossierId = dossierIdOf(numbersOf(setId, i).scanCode);
  return factsOf(...lines).map((fact) => ({ ...fact, dossierId, actor: 'Nguyễn Thị Hoa' }));
}

function lived(setId: FormSetId, lines: readonly Line[], i?: number): Dossier {
  const dossier = projectDossier(factsBy(setId, lines, i));
  if (!dossier) throw new Error('no line');
  return dossier;
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
function reception(setId: FormSetId, i = 41): Received {
  const { unit, organisationCode, received, due } = ERAS[setId];
  return {
    ...RECEIVED,
    ...numbersOf(setId, i),
    unit: { ...RECEIVED.unit, ...unit, organisationCode },
    procedure: { ...RECEIVED.procedure, limit: { kind: 'working-days', days: 5 } },
    papers: PAPERS.map(([name, originals, copies], i) => ({ id: `p${i}`, name, originals, copies })),
    applicant: {
      ...RECEIVED.applicant,
      name: 'Nguyễn Thị Hường',
      idNumber: '025190000001',
      address: `Khu 5, xã Xuân Viên, ${setId === '2018' ? 'huyện Yên Lập, ' : ''}tỉnh Phú Thọ`,
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
      scanCode: numbersOf(setId, 41).scanCode,
      applicant: reception(setId).applicant,
      ground: 'not-competent',
      reason:
        'Nơi cư trú của cha, mẹ trẻ em thuộc xã khác; đề nghị Ông/Bà nộp hồ sơ tại Ủy ban nhân dân xã nơi cư trú theo ' +
        'quy định tại Điều 13 Luật Hộ tịch',
    },
  ];
  return {
    received: lived(setId, [start]),
    supplement: lived(setId, [
      start,
      ['processing-started', next(0, '09:00')],
      [
        'supplement-requested',
        next(1, '14:20'),
        {
          formNumber: { year: yearOf(setId), station: 1, number: 12 },
          missing: MISSING,
          reason: 'Giấy chứng sinh chưa hợp lệ, tờ khai chưa đủ nội dung theo mẫu',
          respondBy: addDays(dateOf(localMoment(received)), 30),
        },
      ],
    ]),
    refused: lived(setId, [refused]),
    apology: lived(setId, [
      start,
      ['processing-started', next(0, '09:00')],
      [
        'apology-issued',
        next(8, '15:00'),
        {
          formNumber: { year: yearOf(setId), station: 1, number: 2 },
          reason:
            'phải xác minh thông tin hộ tịch tại xã nơi cư trú trước đây của người yêu cầu, chưa có văn bản trả lời',
          newAppointmentAt: localMoment(next(14, '17:00')),
          signer: 'Hà Văn Sáu',
        },
      ],
    ]),
    stopped: lived(setId, [
      start,
      ['processing-started', next(0, '09:00')],
      ['fee-collected', next(0, '09:05')],
      ['withdrawn', next(2, '10:30'), { reason: 'đã đăng ký khai sinh tại nơi cư trú của mẹ' }],
    ]),
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
  const onPaper = { signer: 'Trần Văn Bình', date: dateOf(localMoment(next(3, '08:30'))) };
  const facts = factsBy(setId, [
    ['received', received, { ...reception(setId), procedure: LINKED.procedure, appointment: appointmentAt(due) }],
    ['processing-started', next(0, '08:50'), { specialist: 'Hà Văn Sáu' }],
    ['commune-part-finished', next(1, '10:00'), { note: 'Đã đăng ký khai sinh' }],
    ['transfer-sent', next(1, '14:00'), { batch: batchCodeOf(setId) }],
    ['transfer-received', next(3, '08:30'), { onPaper }],
    ['upstream-result-issued', next(7, '15:00'), { onPaper }],
    ['upstream-result-arrived', next(8, '08:10')],
    ['result-handed-over', next(8, '09:40')],
  ]);
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
  const { procedure, applicant, ...rest } = reception(setId, i);
  const name = NAMES[i % NAMES.length] ?? '';
  const own = {
    ...rest,
    procedure: { ...procedure, name: TITLES[i % TITLES.length] ?? '' },
    applicant: { ...applicant, name },
  };
  const started: readonly Line[] = [
    ['received', received, own],
    ['processing-started', next(0, '09:00')],
  ];
  const ends: readonly (readonly Line[])[] = [
    [
      ['result-issued', next(1, '10:00')],
      ['result-handed-over', next(2, '09:00'), { receiver: { relation: 'applicant', name, idNumber: '' } }],
    ],
    [],
    [['withdrawn', next(1, '10:00')]],
    [['apology-issued', next(8, '15:00'), { newAppointmentAt: localMoment(next(14, '17:00')) }]],
    [['voided', next(0, '10:00')]],
  ];
  return lived(setId, [...started, ...(ends[i % ends.length] ?? [])], i);
}

export function registerForm(setId: FormSetId, count: number): FormSheet {
  const dossiers = Array.from({ length: count }, (_, i) => dossierNo(setId, i));
  const from = dateOf(localMoment(ERAS[setId].received));
  const until: PlainDate = addDays(from, 30);
  const { book } = numbersOf(setId, 0).registerBook;
  return registerBookForm({ book, from, until, rows: registerRows(dossiers, { book, from, until }) }, issueOf(setId));
}

export function batchForm(setId: FormSetId, count: number): FormSheet {
  return batchListForm(listOf(setId, count), issueOf(setId));
}

/** As posted on the wall: the council has set its duty. */
export function noticeForm(setId: FormSetId, code: string): FormSheet {
  const procedure = COUNTER_PROCEDURES.find((each) => each.code === code);
  if (!procedure) throw new Error(`no procedure ${code}`);
  return procedureNoticeForm({ procedure, councilAmounts: { duty: 8_000 } }, issueOf(setId));
}

export function listForm(setId: FormSetId): FormSheet {
  const issue = issueOf(setId);
  return procedureListForm(proceduresInForce(COUNTER_PROCEDURES, dateOf(issue.at)), issue);
}

function batchCodeOf(setId: FormSetId): BatchList['code'] {
  const code = parseBatchCode(`BG-08305-${ERAS[setId].next(1, '').slice(2, 10).replaceAll('-', '')}-1001`);
  if (code === undefined) throw new Error('no code');
  return code;
}

function listOf(setId: FormSetId, count: number): BatchList {
  const dossiers = Array.from({ length: count }, (_, i) => dossierNo(setId, i));
  const byId = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
  const list = batchList(batchOf(opened(), closed([...byId.keys()])), (id) => byId.get(id));
  const [to = ''] = ERAS[setId].unit.upperNames;
  return {
    ...list,
    code: batchCodeOf(setId),
    from: ERAS[setId].unit.name,
    to,
    closedAt: localMoment(ERAS[setId].next(1, '14:00')),
  };
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

function receiptForm(setId: FormSetId, differs: Partial<Received>, moved?: ReceiptSlipForm['moved']): FormSheet {
  const sheet = dossierForm(setId, 'receipt-slip');
  if (sheet.template !== 'form/receipt-slip/1') throw new Error('another form');
  return { ...sheet, received: { ...sheet.received, ...differs }, ...(moved ? { moved } : {}) };
}

/** The citizen was waited for, so that the first date counts no more. */
function movedReceipt(): FormSheet {
  const at = localMoment(ERAS['2025'].next(15, '11:30'));
  const { appointment } = reception('2025');
  return receiptForm('2025', { appointment: { ...appointment, at } }, { firstAt: appointment.at, by: 'supplement' });
}

/** Of a sensitive procedure: neither what it is nor what comes of it may be read. */
function hiddenReceipt(): FormSheet {
  const { procedure } = reception('2025');
  const papers = ['Đơn theo mẫu', 'Thẻ căn cước'].map((name, i) => ({ id: name, name, originals: 1 - i, copies: i }));
  const named = { code: '2.001263', name: 'Đăng ký việc nuôi con nuôi', resultName: 'Giấy chứng nhận nuôi con nuôi' };
  return receiptForm('2025', { hidesTitle: true, procedure: { ...procedure, ...named }, papers });
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
  { name: 'procedure-notice', sheet: noticeForm('2018', '1.001193'), pages: 1, copies: 1 },
  { name: 'procedure-notice-linked', sheet: noticeForm('2018', BIRTH_WITH_HEALTH_CARD.code), pages: 1, copies: 1 },
  { name: 'procedure-notice-by-pages', sheet: noticeForm('2025', '2.000815'), pages: 1, copies: 1 },
  { name: 'procedure-list', sheet: listForm('2018'), pages: 'several', copies: 1 },
  { name: 'scanner-sheet', sheet: scannerSheet(issueOf('2018')), pages: 1, copies: 1 },
  two('receipt-slip-moved', movedReceipt()),
  two(
    'receipt-slip-by-post',
    receiptForm('2025', {
      resultWanted: { at: 'home-by-post', address: 'Số 12, khu Tân An, xã Xuân Viên, tỉnh Phú Thọ' },
    }),
  ),
  two('receipt-slip-hidden-title', hiddenReceipt()),
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
