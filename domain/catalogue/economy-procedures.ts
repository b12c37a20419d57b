import type { Procedure } from '../procedure.ts';
import { submitted } from './papers.ts';
import { calendarDays, FREE, PUBLICATION } from './publication.ts';

export const FARM_EXTENSION_PLAN: Procedure = {
  ...PUBLICATION,
  field: 'Nông nghiệp',
  code: '1.003596',
  name: 'Phê duyệt kế hoạch khuyến nông địa phương (cấp xã)',
  alias: 'Kế hoạch khuyến nông',
  shortcuts: ['kn'],
  limit: calendarDays(60),
  fee: FREE,
  requiredPapers: [
    submitted('plan-proposal', 'Đề xuất kế hoạch khuyến nông'),
    submitted('cost-estimate', 'Dự toán kinh phí'),
  ],
  resultName: 'Quyết định phê duyệt kế hoạch khuyến nông',
};

export const COOPERATIVE_GROUP_NOTICE: Procedure = {
  ...PUBLICATION,
  field: 'Thành lập và hoạt động của tổ hợp tác',
  code: '2.002226',
  name: 'Thông báo thành lập/thay đổi tổ hợp tác',
  alias: 'Tổ hợp tác',
  shortcuts: ['tht'],
  // A notice: the portal names no limit.
  limit: { kind: 'none' },
  fee: FREE,
  requiredPapers: [
    submitted('notice', 'Giấy thông báo thành lập hoặc thay đổi tổ hợp tác'),
    submitted('cooperation-contract', 'Hợp đồng hợp tác'),
    submitted('members-mandate', 'Văn bản ủy quyền của tất cả thành viên', { condition: 'Khi một người ký thay' }),
    submitted('election-minutes', 'Biên bản họp bầu tổ trưởng', { condition: 'Khi bầu tổ trưởng' }),
  ],
  resultName: 'Ghi vào sổ theo dõi tổ hợp tác',
};
