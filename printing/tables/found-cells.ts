import type { KnownState } from '../../domain/lifecycle/dossier-state.ts';
import type { LookUpColumn } from '../../domain/look-up.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { dayInRegister } from '../forms/register-wording.ts';
import { phoneInWords } from '../layout/slip-wording.ts';
import type { Cells } from './csv-text.ts';

/** What a line says of a dossier. Of a sensitive one the procedure is not among it. */
export type FoundLine = {
  readonly status: KnownState;
  readonly dossierNumber?: string;
  readonly oldNumber?: string;
  readonly procedureAlias: string;
  readonly applicantName: string;
  readonly applicantPhone: string;
  readonly receivedAt?: LocalMoment;
  readonly appointmentAt?: LocalMoment;
};

const HEADS = {
  number: 'Mã hồ sơ',
  applicant: 'Chủ hồ sơ',
  phone: 'Điện thoại',
  procedure: 'Thủ tục',
  received: 'Tiếp nhận',
  appointment: 'Hẹn trả',
  status: 'Tình trạng',
} satisfies Record<LookUpColumn, string>;

const STATES = {
  'intake-unknown': 'Chưa có dữ liệu tiếp nhận',
  'awaiting-intake': 'Chờ tiếp nhận',
  'supplement-before-intake': 'Đã hướng dẫn bổ sung',
  'intake-refused': 'Từ chối tiếp nhận',
  received: 'Đã tiếp nhận',
  'in-progress': 'Đang giải quyết',
  'awaiting-supplement': 'Chờ bổ sung',
  'awaiting-payment-duty': 'Chờ nghĩa vụ tài chính',
  'awaiting-signature': 'Trình ký',
  'awaiting-transfer-up': 'Chờ bàn giao lên cấp trên',
  'in-transfer-up': 'Đã xuất lô, chưa ký nhận',
  'upstream-in-progress': 'Cấp trên đang giải quyết',
  'returned-by-upstream': 'Cấp trên trả lại',
  'in-transfer-down': 'Kết quả đang chuyển về',
  'result-ready': 'Có kết quả, chờ trả',
  'resolution-refused': 'Từ chối giải quyết, chờ trả văn bản',
  'handed-over': 'Đã trả kết quả',
  withdrawn: 'Công dân rút hồ sơ',
  stopped: 'Dừng giải quyết',
  voided: 'Hủy do nhập sai',
} satisfies Record<KnownState, string>;

const CELLS = {
  number: ({ dossierNumber, oldNumber }) => dossierNumber ?? oldNumber ?? '',
  applicant: ({ applicantName }) => applicantName,
  phone: ({ applicantPhone }) => phoneInWords(applicantPhone),
  procedure: ({ procedureAlias }) => procedureAlias,
  received: ({ receivedAt }) => (receivedAt ? dayInRegister(receivedAt) : ''),
  appointment: ({ appointmentAt }) => (appointmentAt ? dayInRegister(appointmentAt) : ''),
  status: ({ status }) => STATES[status],
} satisfies Record<LookUpColumn, (line: FoundLine) => string>;

export function foundHead(columns: readonly LookUpColumn[]): Cells {
  return columns.map((column) => HEADS[column]);
}

export function foundCells(line: FoundLine, columns: readonly LookUpColumn[]): Cells {
  return columns.map((column) => CELLS[column](line));
}
