import { foldText } from '../search-text.ts';

/**
 * The members of a row and the names they go by in official files: the national portal's own (JSON), and the headings of a
 * table. Names are compared without marks, case and punctuation ("Mã TTHC", "ma_tthc"); the first that holds something wins.
 */
const HEADINGS = {
  code: ['Mã TTHC', 'Mã thủ tục', 'Mã số', 'code', 'codeNotation'],
  name: ['Tên thủ tục', 'Tên TTHC', 'Tên thủ tục hành chính', 'name'],
  field: ['Lĩnh vực', 'field', 'categoriesDetails', 'category'],
  level: ['Cấp', 'Cấp thực hiện', 'level'],
  isWard: ['isWard'],
  limitAmount: ['Thời hạn', 'Thời hạn giải quyết', 'processingTime'],
  limitUnit: ['Đơn vị thời hạn', 'Đơn vị', 'processingTimeUnit', 'unit'],
  limitText: ['Mô tả thời hạn', 'Ghi chú thời hạn', 'processingText'],
  description: ['description'],
  onlineLimit: ['Thời hạn trực tuyến'],
  postLimit: ['Thời hạn bưu chính'],
  steps: ['Trình tự thực hiện', 'executionSteps', 'steps'],
  channels: ['channels', 'executionMethods', 'Hình thức nộp', 'Cách thức thực hiện'],
  channel: ['channel', 'submissionMethod'],
  fees: ['Phí, lệ phí', 'Phí lệ phí', 'Mức phí', 'fees', 'fee'],
  feeText: ['Mô tả phí, lệ phí', 'Ghi chú phí', 'feeText'],
  onlineFee: ['Phí trực tuyến', 'Phí, lệ phí trực tuyến'],
  papers: ['Thành phần hồ sơ', 'executionCases', 'papers'],
  resultName: ['Kết quả', 'Kết quả thực hiện', 'resultsDetails', 'result'],
  decisionNumber: ['Số quyết định', 'Quyết định công bố', 'decisionNo', 'decisionNumber'],
  decisionDate: ['Ngày quyết định', 'decisionDate'],
  effectiveFrom: ['Hiệu lực từ', 'Ngày hiệu lực', 'Ngày có hiệu lực', 'effectiveFrom', 'effectiveDate'],
  onlineScope: ['Mức độ trực tuyến', 'Mức độ DVC', 'Dịch vụ công trực tuyến', 'onlineLevel'],
  acceptsPost: ['Bưu chính công ích', 'BCCI', 'postal'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type OfficialMember = keyof typeof HEADINGS;

/** One row of an official catalogue (or one way of filing inside it) as it came: nothing in it is trusted yet. */
export type OfficialRow = { readonly [M in OfficialMember]?: unknown };

const MEMBER_OF = new Map<string, { readonly member: OfficialMember; readonly rank: number }>(
  (Object.keys(HEADINGS) as OfficialMember[]).flatMap((member) =>
    HEADINGS[member].map((heading, rank) => [foldHeading(heading), { member, rank }] as const),
  ),
);

/**
 * The rows of what was read: a list, or an object with a list in `procedures`. A list may hold objects of the portal or
 * records keyed by the headings of a table, mixed at will. Undefined when it is no catalogue at all.
 */
export function officialRowsOf(data: unknown): readonly unknown[] | undefined {
  if (Array.isArray(data)) return data;
  const rows = isObject(data) ? data['procedures'] : undefined;
  return Array.isArray(rows) ? rows : undefined;
}

/** `raw` with its members under our names; undefined when it is not an object. Members nobody knows are left out. */
export function officialRowOf(raw: unknown): OfficialRow | undefined {
  if (!isObject(raw)) return undefined;
  const found = new Map<OfficialMember, { readonly rank: number; readonly value: unknown }>();
  for (const [heading, value] of Object.entries(raw)) {
    const known = MEMBER_OF.get(foldHeading(heading));
    if (!known || isBlank(value)) continue;
    const other = found.get(known.member);
    if (!other || known.rank < other.rank) found.set(known.member, { rank: known.rank, value });
  }
  return Object.fromEntries([...found].map(([member, { value }]) => [member, value]));
}

/** True for what has members: an object that is not a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function foldHeading(heading: string): string {
  return foldText(heading).replace(/[^a-z0-9]+/g, '');
}
