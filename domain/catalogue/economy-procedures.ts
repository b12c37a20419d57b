import type { Procedure } from '../procedure.ts';
import { submitted } from './papers.ts';
import { calendarDays, NO_LIMIT, PUBLICATION, workingDays } from './publication.ts';

const IRRIGATION = { ...PUBLICATION, field: 'Thủy lợi', fees: [], acceptsPost: true } as const;

const DAM_PLAN_PAPERS = [
  submitted('submission', 'Tờ trình đề nghị phê duyệt'),
  submitted('draft-plan', 'Dự thảo phương án'),
  submitted('technical-report', 'Báo cáo kết quả tính toán kỹ thuật'),
  submitted('opinions', 'Văn bản góp ý của cơ quan, đơn vị liên quan'),
  submitted('further-papers', 'Tài liệu liên quan khác', { condition: 'Khi có' }),
];

export const FARM_EXTENSION_PLAN: Procedure = {
  ...PUBLICATION,
  field: 'Nông nghiệp',
  code: '1.003596',
  name: 'Phê duyệt kế hoạch khuyến nông địa phương (cấp xã)',
  alias: 'Kế hoạch khuyến nông',
  shortcuts: ['kn'],
  limit: calendarDays(60),
  fees: [],
  requiredPapers: [
    submitted('plan-proposal', 'Đề xuất kế hoạch khuyến nông'),
    submitted('cost-estimate', 'Dự toán kinh phí'),
  ],
  resultName: 'Quyết định phê duyệt kế hoạch khuyến nông',
  acceptsPost: false,
};

export const COOPERATIVE_GROUP_NOTICE: Procedure = {
  ...PUBLICATION,
  field: 'Thành lập và hoạt động của tổ hợp tác',
  code: '2.002226',
  name: 'Thông báo thành lập/thay đổi tổ hợp tác',
  alias: 'Tổ hợp tác',
  shortcuts: ['tht'],
  // A notice: the portal names no limit.
  limit: NO_LIMIT,
  fees: [],
  requiredPapers: [
    submitted('notice', 'Giấy thông báo thành lập hoặc thay đổi tổ hợp tác'),
    submitted('cooperation-contract', 'Hợp đồng hợp tác'),
    submitted('members-mandate', 'Văn bản ủy quyền của tất cả thành viên', { condition: 'Khi một người ký thay' }),
    submitted('election-minutes', 'Biên bản họp bầu tổ trưởng', { condition: 'Khi bầu tổ trưởng' }),
  ],
  resultName: 'Ghi vào sổ theo dõi tổ hợp tác',
  acceptsPost: false,
};

export const COOPERATIVE_GROUP_END: Procedure = {
  ...PUBLICATION,
  field: 'Thành lập và hoạt động của tổ hợp tác',
  code: '2.002228',
  name: 'Thông báo chấm dứt hoạt động của tổ hợp tác',
  alias: 'Chấm dứt tổ hợp tác',
  shortcuts: ['cht'],
  limit: NO_LIMIT,
  fees: [],
  requiredPapers: [
    submitted('notice', 'Giấy thông báo chấm dứt hoạt động của tổ hợp tác'),
    submitted('meeting-minutes', 'Biên bản họp thành viên về việc chấm dứt'),
    submitted('members-mandate', 'Văn bản ủy quyền của tất cả thành viên', { condition: 'Khi một người ký thay' }),
    submitted('election-minutes', 'Biên bản họp bầu tổ trưởng', { condition: 'Khi tổ trưởng ký' }),
  ],
  resultName: 'Ghi vào sổ theo dõi tổ hợp tác',
  acceptsPost: false,
};

export const RICE_LAND_CONVERSION: Procedure = {
  ...PUBLICATION,
  field: 'Trồng trọt',
  code: '1.008004',
  name: 'Chuyển đổi cơ cấu cây trồng, vật nuôi trên đất trồng lúa',
  alias: 'Chuyển đổi cây trồng trên đất lúa',
  shortcuts: ['cdl'],
  limit: workingDays(5),
  fees: [],
  requiredPapers: [submitted('conversion-declaration', 'Bản đăng ký chuyển đổi cây trồng, vật nuôi trên đất lúa')],
  resultName: 'Văn bản chấp thuận chuyển đổi trên đất trồng lúa',
  acceptsPost: true,
};

export const IRRIGATION_SUPPORT: Procedure = {
  ...IRRIGATION,
  code: '2.001621',
  name: 'Hỗ trợ đầu tư xây dựng phát triển thủy lợi nhỏ, thuỷ lợi nội đồng và tưới tiên tiến, tiết kiệm nước (Đối với nguồn vốn hỗ trợ trực tiếp, ngân sách địa phương và nguồn vốn hợp pháp khác của địa phương phân bổ dự toán cho UBND cấp xã thực hiện)',
  alias: 'Hỗ trợ thủy lợi nhỏ',
  shortcuts: ['tln'],
  limit: workingDays(7),
  requiredPapers: [
    submitted('support-request', 'Đơn đề nghị hỗ trợ'),
    submitted('approved-design', 'Hồ sơ được phê duyệt'),
    submitted('acceptance-minutes', 'Biên bản nghiệm thu'),
  ],
  resultName: 'Ủy nhiệm chi',
};

export const DAM_DISASTER_PLAN: Procedure = {
  ...IRRIGATION,
  code: '1.003446',
  name: 'Thẩm định, phê duyệt phương án ứng phó thiên tai cho công trình, vùng hạ du đập trong quá trình thi công thuộc thẩm quyền của UBND cấp xã',
  alias: 'Phương án ứng phó thiên tai hạ du đập',
  shortcuts: ['pad'],
  limit: workingDays(20),
  requiredPapers: DAM_PLAN_PAPERS,
  resultName: 'Quyết định phê duyệt phương án ứng phó thiên tai',
};

export const DAM_EMERGENCY_PLAN: Procedure = {
  ...IRRIGATION,
  code: '1.003440',
  name: 'Thẩm định, phê duyệt phương án ứng phó với tình huống khẩn cấp thuộc thẩm quyền của UBND cấp xã',
  alias: 'Phương án ứng phó khẩn cấp',
  shortcuts: ['pak'],
  limit: workingDays(20),
  requiredPapers: DAM_PLAN_PAPERS,
  resultName: 'Quyết định phê duyệt phương án ứng phó khẩn cấp',
};
