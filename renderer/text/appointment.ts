import type { Appointment, AppointmentBasis } from '../../domain/appointment.ts';
import type { ProcedureFee } from '../../domain/fees/fee-rule.ts';
import type { ProcedureLimit } from '../../domain/procedure.ts';
import { unreachable } from '../../domain/result.ts';
import { dateText, hoursText, minuteInWords, vndText } from './format.ts';
import { FEE_BY_PROVINCE, FEE_FREE, FEE_UNITS } from './intake.ts';

/** Why the appointment is what it is, in one line. */
export function appointmentReason(appointment: Appointment): string {
  const daysOff = appointment.daysOff.map(({ name, date }) => `${name} ${dateText(date).slice(0, 5)}`);
  const off = daysOff.length > 0 ? ` Nghỉ: ${daysOff.join(', ')}.` : '';
  return basisText(appointment.basis) + off;
}

function basisText(basis: AppointmentBasis): string {
  switch (basis.kind) {
    case 'same-day':
      return 'Thủ tục trả kết quả trong ngày làm việc.';
    case 'next-working-day':
      return basis.why === 'after-cut-off'
        ? 'Nhận sau giờ trả trong ngày nên hẹn ngày làm việc tiếp theo.'
        : 'Nhận vào ngày nghỉ nên hẹn ngày làm việc tiếp theo.';
    case 'working-days':
      return `${basis.days} ngày làm việc, không tính ngày nhận.`;
    case 'calendar-days':
      return `${basis.days} ngày, không tính ngày nhận; rơi vào ngày nghỉ thì sang ngày làm việc kế tiếp.`;
    case 'hours':
      return `${hoursText(basis.hours)} làm việc, chỉ tính trong giờ làm việc.`;
    case 'agreed':
      return `Đã thống nhất với người nộp: ${basis.reason}`;
    default:
      return unreachable(basis);
  }
}

/** The published limit of a procedure. */
export function limitText(limit: ProcedureLimit): string {
  switch (limit.kind) {
    case 'same-day':
      return `trong ngày (nhận sau ${minuteInWords(limit.cutOffMinute)}: ngày làm việc tiếp theo)`;
    case 'working-days':
      return `${limit.days} ngày làm việc`;
    case 'calendar-days':
      return `${limit.days} ngày`;
    case 'hours':
      return `${hoursText(limit.hours)} làm việc`;
    case 'none':
      return 'không công bố';
    default:
      return unreachable(limit);
  }
}

export function feeText(fee: ProcedureFee): string {
  const amount =
    fee.amountVnd === undefined ? FEE_BY_PROVINCE : fee.amountVnd === 0 ? FEE_FREE : vndText(fee.amountVnd);
  const per = fee.amountVnd ? FEE_UNITS[fee.per] : '';
  return amount + per + (fee.note ? ` (${fee.note})` : '');
}
