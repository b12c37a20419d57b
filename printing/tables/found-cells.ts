import type { KnownState } from '../../domain/lifecycle/dossier-state.ts';
import { STATE_NAMES } from '../../domain/lifecycle/state-names.ts';
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

const CELLS = {
  number: ({ dossierNumber, oldNumber }) => dossierNumber ?? oldNumber ?? '',
  applicant: ({ applicantName }) => applicantName,
  phone: ({ applicantPhone }) => phoneInWords(applicantPhone),
  procedure: ({ procedureAlias }) => procedureAlias,
  received: ({ receivedAt }) => (receivedAt ? dayInRegister(receivedAt) : ''),
  appointment: ({ appointmentAt }) => (appointmentAt ? dayInRegister(appointmentAt) : ''),
  status: ({ status }) => STATE_NAMES[status],
} satisfies Record<LookUpColumn, (line: FoundLine) => string>;

export function foundHead(columns: readonly LookUpColumn[]): Cells {
  return columns.map((column) => HEADS[column]);
}

export function foundCells(line: FoundLine, columns: readonly LookUpColumn[]): Cells {
  return columns.map((column) => CELLS[column](line));
}
