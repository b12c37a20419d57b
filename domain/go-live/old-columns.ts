import { foldText } from '../search-text.ts';

/** A column that a sheet of old dossiers may have. */
export type OldColumn =
  | 'oldNumber'
  | 'oldScanText'
  | 'applicantName'
  | 'applicantIdNumber'
  | 'phone'
  | 'address'
  | 'procedureName'
  | 'procedureCode'
  | 'receivedAt'
  | 'appointmentAt'
  | 'state'
  | 'note';

/** Which columns were found, and where: 0 is the first. */
export type OldColumns = { readonly [C in OldColumn]?: number };

// Headings as old systems and hand-kept books word them, folded, without what stands in brackets. The surest first.
const HEADINGS: readonly (readonly [OldColumn, readonly string[]])[] = [
  [
    'oldNumber',
    [
      'ma ho so',
      'so ho so',
      'ma so ho so',
      'ma hs',
      'so hs',
      'ma so hs',
      'ma ho so tthc',
      'ma bien nhan',
      'so bien nhan',
      'so giay tiep nhan',
      'so phieu',
      'dossier no',
    ],
  ],
  ['oldScanText', ['ma vach', 'barcode', 'ma barcode', 'ma qr', 'qr code', 'qrcode', 'ma quet']],
  [
    'applicantName',
    [
      'chu ho so',
      'ten chu ho so',
      'ho ten chu ho so',
      'ho va ten chu ho so',
      'ten to chuc ca nhan',
      'ten ca nhan to chuc',
      'to chuc ca nhan',
      'ca nhan to chuc',
      'ho ten',
      'ho va ten',
      'ten cong dan',
      'cong dan',
      'ho ten cong dan',
      'ho ten nguoi nop',
      'ho va ten nguoi nop',
      'nguoi nop ho so',
      'nguoi nop',
      'ten nguoi nop',
    ],
  ],
  [
    'applicantIdNumber',
    [
      'so cccd cmnd',
      'so cmnd cccd',
      'cccd cmnd',
      'cmnd cccd',
      'so cccd',
      'cccd',
      'so cmnd',
      'cmnd',
      'so can cuoc',
      'so can cuoc cong dan',
      'can cuoc cong dan',
      'so dinh danh',
      'so dinh danh ca nhan',
      'so giay to',
      'so giay to tuy than',
      'so cmnd cccd ho chieu',
      'so cccd cmnd ho chieu',
      'cmnd ho chieu',
    ],
  ],
  [
    'phone',
    [
      'dien thoai',
      'so dien thoai',
      'sdt',
      'so dt',
      'dt',
      'dien thoai lien he',
      'so dien thoai lien he',
      'di dong',
      'so di dong',
      'dtdd',
    ],
  ],
  [
    'address',
    [
      'dia chi',
      'dia chi chu ho so',
      'dia chi thuong tru',
      'noi thuong tru',
      'thuong tru',
      'noi cu tru',
      'dia chi lien he',
      'noi o',
      'cho o',
    ],
  ],
  [
    'procedureName',
    [
      'ten thu tuc hanh chinh',
      'ten tthc',
      'ten thu tuc',
      'thu tuc hanh chinh',
      'thu tuc',
      'tthc',
      'noi dung giai quyet',
      'noi dung ho so',
      've viec',
      'loai ho so',
      'dich vu cong',
      'ten dich vu cong',
    ],
  ],
  ['procedureCode', ['ma tthc', 'ma thu tuc', 'ma thu tuc hanh chinh', 'ma so tthc', 'ma dvc', 'ma dich vu cong']],
  [
    'receivedAt',
    [
      'ngay gio tiep nhan',
      'ngay tiep nhan',
      'thoi gian tiep nhan',
      'thoi diem tiep nhan',
      'ngay tiep nhan ho so',
      'ngay nhan ho so',
      'ngay nhan',
      'ngay nop',
      'ngay nop ho so',
    ],
  ],
  [
    'appointmentAt',
    [
      'ngay hen tra',
      'ngay hen tra ket qua',
      'ngay gio hen tra',
      'thoi gian hen tra',
      'thoi gian hen tra ket qua',
      'thoi diem hen tra',
      'hen tra',
      'hen tra ket qua',
      'ngay hen',
      'han tra',
      'han xu ly',
      'han giai quyet',
      'ngay den han',
    ],
  ],
  [
    'state',
    [
      'trang thai',
      'trang thai ho so',
      'tinh trang',
      'tinh trang ho so',
      'tinh trang xu ly',
      'trang thai xu ly',
      'tinh trang giai quyet',
    ],
  ],
  ['note', ['ghi chu', 'chu thich', 'dien giai']],
];

type Heading = { readonly column: OldColumn; readonly rank: number };

const BY_HEADING: ReadonlyMap<string, Heading> = new Map(
  HEADINGS.flatMap(([column, headings]) =>
    headings.map((heading, rank): [string, Heading] => [heading, { column, rank }]),
  ),
);

/**
 * The columns of an old dossier in `header`, whatever the marks, the case, the punctuation and remarks in brackets.
 * Where two headings mean one column the surer wording has it ("Chủ hồ sơ" before "Người nộp"), of equals the first.
 */
export function findColumns(header: readonly string[]): OldColumns {
  const found: { [C in OldColumn]?: number } = {};
  const ranks: { [C in OldColumn]?: number } = {};
  for (const [index, cell] of header.entries()) {
    const heading = BY_HEADING.get(headingKey(cell));
    if (!heading || heading.rank >= (ranks[heading.column] ?? Infinity)) continue;
    found[heading.column] = index;
    ranks[heading.column] = heading.rank;
  }
  return found;
}

function headingKey(cell: string): string {
  return foldText(cell)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^\d+ /, '');
}
