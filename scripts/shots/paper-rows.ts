import { localMoment } from '../../domain/plain-date.ts';
import type { PrintJobRow } from '../../electron/contract/print-views.ts';

const at = (time: string) => localMoment(`2026-11-24T${time}`);
const slip = { printer: 'slip', paper: 'receipt-slip', copyNo: 1, attempts: 1 } as const;
const form = { printer: 'form', paper: 'form-receipt-slip', copyNo: 1, attempts: 1 } as const;

/** A queue in which everything happens at once. */
export const PAPER_ROWS: readonly PrintJobRow[] = [
  {
    ...slip,
    id: 61,
    about: 'H44.33.12-261124-1007',
    applicantName: 'Đinh Thị Mận',
    state: 'unknown',
    trouble: 'printer-broke-off',
    at: at('09:10'),
  },
  {
    ...slip,
    id: 62,
    paper: 'supplement-slip',
    about: '',
    applicantName: 'Nguyễn Thị Phương Thảo Nguyên',
    state: 'queued',
    trouble: 'paper-out',
    at: at('09:12'),
    attempts: 3,
  },
  {
    ...form,
    id: 63,
    about: 'H44.33.12-261124-1008',
    applicantName: 'Hà Văn Sáu',
    state: 'sending',
    trouble: 'toner-out',
    at: at('09:14'),
  },
  {
    ...form,
    id: 60,
    paper: 'form-apology',
    about: 'H44.33.12-261120-1002',
    applicantName: 'Bùi Văn Ổn',
    state: 'failed',
    trouble: 'format-not-supported',
    at: at('09:02'),
  },
  {
    ...slip,
    id: 59,
    paper: 'batch-list',
    about: 'BG-08311-261124-3001',
    applicantName: '',
    state: 'sent',
    at: at('08:58'),
  },
  {
    ...slip,
    id: 58,
    about: 'H44.33.12-261124-1006',
    applicantName: 'Triệu Thị Sao',
    copyNo: 2,
    state: 'confirmed',
    at: at('08:40'),
  },
  {
    ...form,
    id: 57,
    printer: 'file',
    paper: 'form-register-book',
    about: '2026-03',
    applicantName: '',
    state: 'confirmed',
    at: at('08:30'),
  },
];
