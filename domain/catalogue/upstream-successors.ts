import { plainDate } from '../plain-date.ts';
import type { Procedure } from '../procedure.ts';
import { UPSTREAM_AGRICULTURE } from './upstream-agriculture-procedures.ts';
import { UPSTREAM_HOUSEHOLD_BUSINESS } from './upstream-business-procedures.ts';
import { UPSTREAM_CERTIFICATION } from './upstream-certification-procedures.ts';
import { UPSTREAM_CIVIL_STATUS_NOTES } from './upstream-civil-status-notes.ts';
import { UPSTREAM_CIVIL_STATUS } from './upstream-civil-status-procedures.ts';
import { UPSTREAM_COOPERATIVES } from './upstream-cooperative-procedures.ts';
import { UPSTREAM_INFRASTRUCTURE } from './upstream-infrastructure-procedures.ts';
import { calendarDays, workingDays } from './publication.ts';

const SINCE_REFORM = {
  version: '2025-07-01',
  effectiveFrom: plainDate('2025-07-01'),
  level: 'commune',
} as const;

/** What the portal of July 2026 says otherwise than the version before: names that tell the level, limits that were cut. */
const CHANGES: ReadonlyMap<string, Partial<Pick<Procedure, 'name' | 'limit'>>> = new Map([
  ['2.000806', { limit: workingDays(5) }],
  ['2.000779', { limit: calendarDays(10) }],
  ['1.001695', { limit: calendarDays(10) }],
  [
    '2.000992',
    {
      name: 'Chứng thực chữ ký người dịch mà người dịch là cộng tác viên dịch thuật của Ủy ban nhân dân cấp xã, tổ chức hành nghề công chứng',
    },
  ],
  [
    '2.001008',
    {
      name: 'Chứng thực chữ ký người dịch mà người dịch không phải là cộng tác viên dịch thuật của Ủy ban nhân dân cấp xã, tổ chức hành nghề công chứng',
    },
  ],
  ['1.003434', { name: 'Hỗ trợ dự án liên kết (cấp xã)' }],
  [
    '1.007919',
    {
      name: 'Thẩm định thiết kế, dự toán công trình lâm sinh hoặc thẩm định điều chỉnh thiết kế, dự toán công trình lâm sinh sử dụng vốn đầu tư công đối với công trình lâm sinh thuộc dự án do Chủ tịch Ủy ban nhân dân cấp xã quyết định đầu tư',
    },
  ],
  [
    '1.003347',
    {
      name: 'Phê duyệt, công bố công khai quy trình vận hành hồ chứa thủy lợi thuộc thẩm quyền của Chủ tịch UBND cấp xã',
    },
  ],
  [
    '1.003471',
    {
      name: 'Phê duyệt đề cương, kết quả kiểm định an toàn đập, hồ chứa thủy lợi thuộc thẩm quyền của Chủ tịch UBND cấp xã',
    },
  ],
  [
    '2.001627',
    {
      name: 'Thẩm định quy trình vận hành đối với công trình thủy lợi lớn và công trình thủy lợi vừa do Chủ tịch UBND cấp tỉnh phân cấp cho Chủ tịch UBND cấp xã phê duyệt',
    },
  ],
]);

function successorOf(predecessor: Procedure): Procedure {
  const { effectiveTo: _lastDay, ...kept } = predecessor;
  return { ...kept, ...SINCE_REFORM, ...CHANGES.get(predecessor.code) };
}

/**
 * The same procedures since 1 July 2025, where the portal says that the commune decides them. Left out: social protection, of
 * which it does not say who decides now.
 */
export const UPSTREAM_SUCCESSORS: readonly Procedure[] = [
  ...UPSTREAM_HOUSEHOLD_BUSINESS,
  ...UPSTREAM_CIVIL_STATUS,
  ...UPSTREAM_CIVIL_STATUS_NOTES,
  ...UPSTREAM_CERTIFICATION,
  ...UPSTREAM_COOPERATIVES,
  ...UPSTREAM_AGRICULTURE,
  ...UPSTREAM_INFRASTRUCTURE,
].map(successorOf);
