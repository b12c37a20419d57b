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
  dossierNumber: sampleNumber(),
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

export const REPRINT: ReprintMark = { copyNo: 2, at: localMoment('2020-04-29T10:15'), clerkName: 'Trần Văn Ưởng' };

function sampleNumber(): ReceiptSlip['dossierNumber'] {
  const station = parseStation(1);
  if (station === undefined) throw new RangeError('station 1 exists');
  const number = nextDossierNumber({
    organisationCode: '000.02.22.H44',
    date: plainDate('2020-04-28'),
    station,
    used: 11,
  });
  if (!number.ok) throw new RangeError('the first numbers of a day exist');
  return number.value;
}

/** In the hands of `crashing-worker.ts` this clerk's slips end the worker. */
export const CRASHING_CLERK = 'crash';
