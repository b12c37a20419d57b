import { lookUpCodeFrom } from '../../domain/look-up-code.ts';
import { nextDossierNumber, parseStation } from '../../domain/dossier-number.ts';
import { localMoment, plainDate } from '../../domain/plain-date.ts';
import type { ReceiptSlip } from '../../domain/slips/receipt-slip.ts';
import type { ReprintMark } from '../../domain/slips/reprint-mark.ts';
import { makeScanCode } from '../../domain/scan-code.ts';

/** A slip as a commune's counter issues it; people and numbers are invented. */
export const ORDINARY: ReceiptSlip = {
  template: 'receipt-slip/1',
  isTrial: false,
  unit: { name: 'Xã Mỹ Lung', upperNames: ['Huyện Yên Lập', 'Tỉnh Phú Thọ'] },
  dossierNumber: sampleNumber('000.02.22.H44', '2020-04-28', 11),
  scanCode: makeScanCode({ unitCode: '08293', station: 1, yearOfCentury: 20, runningNumber: 42 }),
  lookUpCode: lookUpCodeFrom([0.2, 0.75, 0.1, 0.9]),
  registerBook: { book: '01/2020', number: 42 },
  applicantName: 'Nguyễn Thị Hường',
  applicantAddress: 'Khu 5, xã Mỹ Lung, huyện Yên Lập, tỉnh Phú Thọ',
  applicantPhone: '0912345678',
  submitterName: 'Đinh Văn Quyết',
  procedureName: 'Đăng ký khai sinh',
  papers: [
    { id: 'form', name: 'Tờ khai đăng ký khai sinh theo mẫu', originals: 1, copies: 0 },
    { id: 'birth', name: 'Giấy chứng sinh', originals: 1, copies: 0 },
    { id: 'marriage', name: 'Giấy chứng nhận kết hôn của cha, mẹ', originals: 0, copies: 1 },
  ],
  sets: 1,
  limit: { kind: 'working-days', days: 3 },
  fee: { amountVnd: 8_000, per: 'copy', note: 'trích lục' },
  resultName: 'Giấy khai sinh (bản chính)',
  receivedAt: localMoment('2020-04-28T08:37'),
  appointment: {
    at: localMoment('2020-05-05T11:30'),
    basis: { kind: 'working-days', days: 3 },
    daysOff: [
      { date: plainDate('2020-04-30'), name: 'Ngày Chiến thắng' },
      { date: plainDate('2020-05-01'), name: 'Quốc tế lao động' },
    ],
    calendarVersion: '2020-01-01',
  },
  clerkName: 'Hà Thị Bích Ngọc',
};

/** Everything as long as the form lets it be. */
export const LONGEST: ReceiptSlip = {
  ...ORDINARY,
  unit: {
    name: 'Ủy ban nhân dân thị trấn Yên Lập và các khu dân cư trực thuộc vùng hồ thượng nguồn',
    upperNames: ['Ủy ban nhân dân huyện Yên Lập', 'Ủy ban nhân dân tỉnh Phú Thọ'],
  },
  applicantName: `Công ty trách nhiệm hữu hạn một thành viên ${'Thương mại Dịch vụ Xuất nhập khẩu '.repeat(4).trim()}`,
  submitterName: 'Nguyễn Phước Bảo Quỳnh Thùy Dương Tôn Nữ '.repeat(3).trim(),
  applicantAddress: 'Ngõ 123/45/67 đường Nguyễn Thị Minh Khai, khu dân cư Đồng Chằm Thượng, '.repeat(4).trim(),
  procedureName:
    'Đăng ký thế chấp quyền sử dụng đất, quyền sử dụng đất đồng thời với tài sản gắn liền với đất hoặc đăng ký thế chấp ' +
    'tài sản gắn liền với đất (gồm trường hợp đăng ký thế chấp quyền sử dụng đất đồng thời với tài sản gắn liền với đất ' +
    'hình thành trong tương lai hoặc đăng ký thế chấp tài sản gắn liền với đất hình thành trong tương lai)',
  papers: Array.from({ length: 40 }, (_, index) => ({
    id: `paper-${index + 1}`,
    name: `Văn bản thỏa thuận về việc cử người đại diện thực hiện thủ tục, có chứng thực chữ ký (tờ thứ ${index + 1})`,
    originals: index % 3,
    copies: index % 100,
  })),
  clerkName: 'Nguyễn Hoàng Thị Kim Phượng Uyên Nhi',
};

/** No space anywhere to break at. */
export const UNBROKEN: ReceiptSlip = { ...ORDINARY, applicantName: 'Nguyễnthịhường'.repeat(14) };

/** The citizen was waited for, so that the first date counts no more. */
export const MOVED: ReceiptSlip = {
  ...ORDINARY,
  appointment: { ...ORDINARY.appointment, at: localMoment('2020-05-12T11:30'), daysOff: [] },
  moved: { firstAt: ORDINARY.appointment.at, by: 'supplement' },
};

const { submitterName: _submitter, ...ALONE } = ORDINARY;

/** In the years without districts; the result goes by post, and nothing is to be paid. */
export const BY_POST: ReceiptSlip = {
  ...ALONE,
  unit: { name: 'Xã Yên Lập', upperNames: ['Tỉnh Phú Thọ'] },
  dossierNumber: sampleNumber('H44.991', '2026-03-02', 6),
  scanCode: makeScanCode({ unitCode: '08290', station: 1, yearOfCentury: 26, runningNumber: 107 }),
  registerBook: { book: '01/2026', number: 107 },
  applicantAddress: 'Khu 5, xã Yên Lập, tỉnh Phú Thọ',
  fees: { totalVnd: 0, unassessed: [] },
  resultWanted: { at: 'home-by-post', address: 'Số 12, khu Tân An, xã Yên Lập, tỉnh Phú Thọ' },
  receivedAt: localMoment('2026-03-02T08:37'),
  appointment: { ...ORDINARY.appointment, at: localMoment('2026-03-05T11:30'), daysOff: [] },
};

/** Of a sensitive procedure: neither what it is nor what comes of it may be read. */
export const HIDDEN_TITLE: ReceiptSlip = {
  ...BY_POST,
  resultWanted: { at: 'counter' },
  procedureName: '2.001263',
  papers: [
    { id: 'form', name: 'Đơn theo mẫu', originals: 1, copies: 0 },
    { id: 'id', name: 'Thẻ căn cước', originals: 0, copies: 1 },
  ],
  limit: { kind: 'calendar-days', days: 30 },
  fee: { amountVnd: 400_000, per: 'dossier' },
  fees: { totalVnd: 400_000, unassessed: [] },
  resultName: '',
  appointment: { ...BY_POST.appointment, at: localMoment('2026-04-01T17:00') },
};

/** In the years without districts. */
export const REPRINT_TODAY: ReprintMark = {
  copyNo: 2,
  at: localMoment('2026-03-10T08:20'),
  clerkName: 'Trần Văn Ưởng',
};

export const REPRINT: ReprintMark = { copyNo: 2, at: localMoment('2020-04-29T10:15'), clerkName: 'Trần Văn Ưởng' };

export function sampleNumber(organisationCode: string, date: string, used: number): ReceiptSlip['dossierNumber'] {
  const station = parseStation(1);
  if (station === undefined) throw new RangeError('station 1 exists');
  const number = nextDossierNumber({ organisationCode, date: plainDate(date), station, used });
  if (!number.ok) throw new RangeError('the first numbers of a day exist');
  return number.value;
}

/** In the hands of `crashing-worker.ts` this clerk's slips end the worker. */
export const CRASHING_CLERK = 'crash';
