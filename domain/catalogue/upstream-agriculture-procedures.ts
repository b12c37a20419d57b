import type { Procedure } from '../procedure.ts';
import { UPSTREAM_PUBLICATION } from './upstream-publication.ts';
import { declaration, submitted } from './papers.ts';
import { calendarDays, feeOf, workingDays } from './publication.ts';

const AGRICULTURE = { ...UPSTREAM_PUBLICATION, fees: [], acceptsPost: true } as const;

const ONE_COPY = { originals: 0, copies: 1 } as const;
const ORIGINAL_AND_COPY = { originals: 1, copies: 1 } as const;

const COMMUNITY_MINUTES = submitted('community-minutes', 'Biên bản họp tổ chức cộng đồng', ORIGINAL_AND_COPY);

/**
 * Farming, forestry, fisheries and food of the farm. Where the portal's name of 2026 says the commune's level, the name here
 * says the level of the time.
 */
export const UPSTREAM_AGRICULTURE: readonly Procedure[] = [
  {
    ...AGRICULTURE,
    field: 'Kinh tế hợp tác và Phát triển nông thôn',
    code: '1.003434',
    name: 'Hỗ trợ dự án liên kết (cấp huyện)',
    alias: 'Hỗ trợ dự án liên kết',
    shortcuts: ['dalk'],
    limit: workingDays(18),
    requiredPapers: [
      declaration('Đơn đề nghị của chủ dự án'),
      submitted('project', 'Dự án liên kết'),
      submitted('cooperation-contract', 'Bản sao hợp đồng liên kết', ONE_COPY),
      submitted('quality-certificates', 'Bản sao chứng nhận chất lượng, an toàn thực phẩm, môi trường', ONE_COPY),
      submitted('lead-agreement', 'Thỏa thuận cử đơn vị làm chủ đầu tư dự án', {
        condition: 'Nhiều đơn vị cùng liên kết',
      }),
    ],
    resultName: 'Quyết định phê duyệt hỗ trợ dự án liên kết',
  },
  {
    ...AGRICULTURE,
    field: 'Lâm nghiệp',
    code: '1.007919',
    name: 'Thẩm định thiết kế, dự toán công trình lâm sinh hoặc thẩm định điều chỉnh thiết kế, dự toán công trình lâm sinh sử dụng vốn đầu tư công đối với công trình lâm sinh thuộc dự án do Chủ tịch Ủy ban nhân dân cấp huyện quyết định đầu tư',
    alias: 'Thẩm định công trình lâm sinh',
    shortcuts: ['ctls'],
    limit: calendarDays(9),
    requiredPapers: [
      submitted('proposal', 'Tờ trình đề nghị phê duyệt thiết kế, dự toán'),
      submitted('design', 'Thuyết minh thiết kế, dự toán và bản đồ thiết kế'),
      submitted('project-decision', 'Bản sao quyết định phê duyệt dự án hoặc kế hoạch vốn', ONE_COPY),
    ],
    resultName: 'Báo cáo kết quả thẩm định',
  },
  {
    ...AGRICULTURE,
    field: 'Thủy sản',
    code: '1.003956',
    name: 'Công nhận và giao quyền quản lý cho tổ chức cộng đồng (thuộc địa bàn quản lý)',
    alias: 'Công nhận tổ chức cộng đồng thủy sản',
    shortcuts: ['tccd'],
    limit: { kind: 'none' },
    requiredPapers: [
      submitted('declaration', 'Đơn đề nghị công nhận và giao quyền quản lý', ORIGINAL_AND_COPY),
      submitted('protection-plan', 'Phương án bảo vệ và khai thác nguồn lợi thủy sản', ORIGINAL_AND_COPY),
      submitted('community-rules', 'Quy chế hoạt động của tổ chức cộng đồng', ORIGINAL_AND_COPY),
      COMMUNITY_MINUTES,
    ],
    resultName: 'Quyết định công nhận và giao quyền quản lý cho tổ chức cộng đồng',
  },
  {
    ...AGRICULTURE,
    field: 'Thủy sản',
    code: '1.004498',
    name: 'Sửa đổi, bổ sung nội dung quyết định công nhận và giao quyền quản lý cho tổ chức cộng đồng (thuộc địa bàn quản lý)',
    alias: 'Sửa công nhận tổ chức cộng đồng thủy sản',
    shortcuts: ['sdtc'],
    limit: { kind: 'none' },
    requiredPapers: [
      submitted('declaration', 'Đơn đề nghị sửa đổi, bổ sung', ORIGINAL_AND_COPY),
      COMMUNITY_MINUTES,
      submitted('new-rules', 'Báo cáo đánh giá và dự thảo quy chế mới', {
        ...ORIGINAL_AND_COPY,
        condition: 'Sửa quy chế hoạt động',
      }),
      submitted('new-plan', 'Báo cáo đánh giá và dự thảo phương án mới', {
        ...ORIGINAL_AND_COPY,
        condition: 'Sửa phương án bảo vệ và khai thác',
      }),
    ],
    resultName: 'Quyết định sửa đổi, bổ sung quyết định công nhận tổ chức cộng đồng',
  },
  {
    ...AGRICULTURE,
    field: 'Quản lý chất lượng nông lâm sản và thủy sản',
    code: '2.001827',
    name: 'Cấp Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm đối với cơ sở sản xuất, kinh doanh thực phẩm nông, lâm, thủy sản',
    alias: 'An toàn thực phẩm nông, lâm, thủy sản',
    shortcuts: ['attp'],
    limit: calendarDays(15),
    // The portal's amount reads 700; its note says 700.000 đ for each place inspected.
    fees: [feeOf('Phí thẩm định an toàn thực phẩm', 700_000, 'dossier')],
    requiredPapers: [
      declaration('Đơn đề nghị cấp Giấy chứng nhận an toàn thực phẩm'),
      submitted('premises-description', 'Bản thuyết minh về cơ sở vật chất, trang thiết bị, dụng cụ'),
    ],
    resultName: 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm',
  },
];
