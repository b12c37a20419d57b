import { type CashEntry, type CashList, cashListOf } from '../../domain/fees/cash-list.ts';
import { nextDossierNumber, parseStation } from '../../domain/dossier-number.ts';
import { localMoment, type PlainDate, plainDate } from '../../domain/plain-date.ts';
import type { RegisterNote, RegisterRow } from '../../domain/report/register-book.ts';
import { addToTally, newTally, type ReportPlace } from '../../domain/report/report-counts.ts';
import { dossierIdOf, makeScanCode } from '../../domain/scan-code.ts';
import type { RegisterPage, ReportView } from '../../electron/contract/report-commands.ts';
import { UNIT } from './samples.ts';

const STATION = (() => {
  const station = parseStation(3);
  if (station === undefined) throw new Error('not a station');
  return station;
})();

function numbersOf(number: number): Pick<RegisterRow, 'dossierId' | 'dossierNumber'> {
  const issue = { organisationCode: UNIT.organisationCode, date: plainDate('2026-11-24'), station: STATION };
  const dossierNumber = nextDossierNumber({ ...issue, used: number - 1 });
  if (!dossierNumber.ok) throw new Error('no number');
  const code = makeScanCode({ unitCode: UNIT.unitCode, station: STATION, yearOfCentury: 26, runningNumber: number });
  return { dossierId: dossierIdOf(code), dossierNumber: dossierNumber.value };
}

const PEOPLE = [
  ['Nguyễn Thị Phương Thảo Nguyên', 'Khu 3, xã Trung Sơn, huyện Yên Lập, tỉnh Phú Thọ', '0912345678'],
  ['Hoàng Đức Ả', 'Khu Nai, xã Trung Sơn', ''],
  ['Đinh Thị Mận', 'Khu Bóp, xã Trung Sơn', '02103870123'],
  ['Công ty TNHH Chè Trung Sơn', 'Khu Dích, xã Trung Sơn, huyện Yên Lập', '0987654321'],
] as const;

const PROCEDURES = [
  'Thủ tục liên thông các thủ tục hành chính về đăng ký khai sinh, cấp Thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
  'Đăng ký kết hôn',
  'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan có thẩm quyền của Việt Nam cấp',
] as const;

const NOTES: readonly (readonly RegisterNote[])[] = [
  [],
  [{ code: 'appointment-moved', firstAt: localMoment('2026-11-20T17:00') }],
  [{ code: 'voided', at: localMoment('2026-11-24T10:00'), reason: 'Nhập nhầm thủ tục' }],
  [],
  [{ code: 'withdrawn', at: localMoment('2026-11-24T09:10'), reason: 'Nộp ở nơi khác' }],
];

function lineOf(number: number): RegisterRow {
  const [applicantName, applicantAddress, applicantPhone] = PEOPLE[number % PEOPLE.length] ?? PEOPLE[0];
  const notes = NOTES[number % NOTES.length] ?? [];
  const isGiven = number % 3 === 0;
  return {
    ...numbersOf(number),
    book: '2026-03',
    number,
    procedureName: PROCEDURES[number % PROCEDURES.length] ?? PROCEDURES[0],
    sets: 1,
    applicantName,
    applicantAddress,
    applicantPhone,
    decidingBody: number % 3 === 0 ? 'Huyện Yên Lập' : 'Xã Trung Sơn',
    receivedAt: localMoment('2026-11-24T08:10'),
    appointmentAt: localMoment('2026-12-08T17:00'),
    resultWanted: number % 4 === 1 ? { at: 'home-by-post', address: applicantAddress } : { at: 'counter' },
    ...(isGiven
      ? { handedOverAt: localMoment('2026-11-24T16:40'), handedOverBy: 'counter', receiverName: applicantName }
      : {}),
    isVoided: notes.some(({ code }) => code === 'voided'),
    notes,
  };
}

/** The beginning of a long book. */
export const LONG_BOOK: Pick<RegisterPage, 'rows' | 'total' | 'books'> = {
  rows: Array.from({ length: 200 }, (_, index) => lineOf(index + 1)),
  total: 10_240,
  books: [
    { book: '2026-03', count: 10_240 },
    { book: '2026-01', count: 812 },
  ],
};

const PERIOD = { from: plainDate('2026-10-01'), until: plainDate('2026-11-24') };

function counts(...places: readonly (readonly [ReportPlace['received'], ReportPlace['stands'], number])[]) {
  const tally = newTally();
  for (const [received, stands, count] of places) {
    for (let i = 0; i < count; i += 1) addToTally(tally, { received, stands });
  }
  return tally;
}

const CIVIL = [
  ['directOrPost', 'early', 212],
  ['online', 'on-time', 41],
  ['carried', 'late', 3],
  ['directOrPost', 'pending-in-time', 28],
] as const;
const COPIES = [
  ['directOrPost', 'on-time', 1_340],
  ['directOrPost', 'pending-in-time', 2],
] as const;
const LINKED = [
  ['directOrPost', 'early', 17],
  ['online', 'pending-in-time', 9],
  ['carried', 'pending-late', 1],
] as const;

export const COUNTED: ReportView = {
  counted: {
    at: localMoment('2026-11-24T10:31'),
    report: {
      period: PERIOD,
      rows: [
        { level: 'commune', field: 'Chứng thực', counts: counts(...COPIES) },
        { level: 'commune', field: 'Hộ tịch', counts: counts(...CIVIL) },
        { level: 'linked', field: 'Bảo trợ xã hội, lao động – thương binh và xã hội', counts: counts(...LINKED) },
      ],
      total: counts(...CIVIL, ...COPIES, ...LINKED),
    },
  },
};

export const COUNTING: ReportView = { running: { period: PERIOD, done: 41_200, total: 100_000 } };

/** The money of a busy morning. */
export function moneyOf(day: PlainDate): CashList {
  const entries = Array.from({ length: 14 }, (_, index): CashEntry => {
    const [applicantName] = PEOPLE[index % PEOPLE.length] ?? PEOPLE[0];
    const source = {
      ...numbersOf(index + 1),
      applicantName,
      procedureAlias: index % 3 === 0 ? 'Sao y' : 'Kết hôn',
      field: index % 3 === 0 ? 'Chứng thực' : 'Hộ tịch',
      clerkName: index % 5 === 0 ? 'Hoàng Văn Thưởng' : UNIT.clerkName,
    };
    const at = localMoment(`${day}T08:${String(10 + index * 3)}`);
    if (index === 9) {
      return { ...source, refund: { feeVnd: 4_000, dutyVnd: 0, method: 'cash', at, reason: 'Thu thừa hai trang' } };
    }
    const receipt = { kind: 'numbered', book: 'AB/2026', number: String(1204 + index) } as const;
    const amounts = index % 3 === 0 ? { feeVnd: 12_000, dutyVnd: 0 } : { feeVnd: 0, dutyVnd: 8_000 };
    return { ...source, payment: { receipt, ...amounts, method: index === 4 ? 'transfer' : 'cash', at } };
  });
  return cashListOf(day, entries);
}
