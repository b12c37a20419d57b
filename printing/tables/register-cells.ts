import type { RegisterRow } from '../../domain/report/register-book.ts';
import { dayInRegister, noteInRegister, wayInRegister } from '../forms/register-wording.ts';
import { bodyOf, phoneInWords } from '../layout/slip-wording.ts';
import type { Cells } from './csv-text.ts';

const HEAD: Cells = [
  'Quyển số',
  'Số thứ tự',
  'Mã hồ sơ',
  'Tên thủ tục hành chính',
  'Số lượng hồ sơ (bộ)',
  'Tên cá nhân, tổ chức',
  'Địa chỉ',
  'Số điện thoại',
  'Cơ quan chủ trì giải quyết',
  'Ngày nhận hồ sơ',
  'Ngày hẹn trả kết quả',
  'Ngày trả kết quả',
  'Phương thức nhận kết quả',
  'Ký nhận',
  'Ghi chú',
];

/** The columns of the printed register, with the book in front and the phone in a column of its own. */
export function registerCells(rows: readonly RegisterRow[]): readonly Cells[] {
  return [HEAD, ...rows.map(cellsOf)];
}

function cellsOf(row: RegisterRow): Cells {
  return [
    row.book,
    row.number,
    row.dossierNumber,
    row.procedureName,
    row.sets,
    row.applicantName,
    row.applicantAddress,
    phoneInWords(row.applicantPhone),
    bodyOf(row.decidingBody),
    dayInRegister(row.receivedAt),
    dayInRegister(row.appointmentAt),
    row.handedOverAt === undefined ? '' : dayInRegister(row.handedOverAt),
    wayInRegister(row),
    row.receiverName ?? '',
    row.notes.map(noteInRegister).join(' '),
  ];
}
