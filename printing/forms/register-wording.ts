import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import type { RegisterNote, RegisterRow } from '../../domain/report/register-book.ts';
import { unreachable } from '../../domain/result.ts';
import { groupedScanCode, scanCodeOf } from '../../domain/scan-code.ts';
import { shortDate } from '../layout/slip-wording.ts';
import { sentence } from './form-wording.ts';

export function dayInRegister(moment: LocalMoment): string {
  return shortDate(dateOf(moment));
}

/** As the result did go, else as it is wanted. */
export function wayInRegister({ handedOverBy, resultWanted }: RegisterRow): string {
  switch (handedOverBy ?? resultWanted.at) {
    case 'counter':
      return 'Trực tiếp';
    case 'post':
    case 'home-by-post':
      return 'Bưu chính';
    default:
      return 'Trực tuyến';
  }
}

export function noteInRegister(note: RegisterNote): string {
  switch (note.code) {
    case 'withdrawn':
      return `Rút hồ sơ ngày ${dayInRegister(note.at)}: ${sentence(note.reason)}`;
    case 'stopped':
      return `Dừng giải quyết ngày ${dayInRegister(note.at)}: ${sentence(note.reason)}`;
    case 'voided':
      return `Hủy ngày ${dayInRegister(note.at)} do nhập sai: ${sentence(note.reason)}`;
    case 'appointment-moved':
      return `Hẹn lần đầu: ${dayInRegister(note.firstAt)}.`;
    case 'apology':
      return `Xin lỗi, hẹn lại: ${dayInRegister(note.newAppointmentAt)}.`;
    case 'resolution-refused':
      return `Văn bản từ chối giải quyết ngày ${dayInRegister(note.at)}.`;
    case 'corrects':
      return `Sửa kết quả của hồ sơ ${groupedScanCode(scanCodeOf(note.dossierId))}.`;
    default:
      return unreachable(note);
  }
}
