import type { Procedure } from '../procedure.ts';
import { UPSTREAM_PUBLICATION } from './upstream-publication.ts';
import { declaration, submitted } from './papers.ts';
import { workingDays } from './publication.ts';

const IRRIGATION = { ...UPSTREAM_PUBLICATION, field: 'Thủy lợi', fees: [], acceptsPost: true } as const;

const CALCULATION_REPORT = submitted('calculation-report', 'Báo cáo thuyết minh kết quả tính toán kỹ thuật');
const WORKS_MAP = submitted('works-map', 'Bản đồ hiện trạng công trình');
const OTHERS_OPINIONS = submitted('others-opinions', 'Văn bản góp ý của cơ quan, đơn vị liên quan');
const OTHER_PAPERS = submitted('other-papers', 'Tài liệu liên quan khác', { condition: 'Khi có' });

/**
 * Irrigation works and trees along streets. Where the portal's name of 2026 says the commune's level, the name here says the
 * level of the time.
 */
export const UPSTREAM_INFRASTRUCTURE: readonly Procedure[] = [
  {
    ...IRRIGATION,
    code: '1.003347',
    name: 'Phê duyệt, công bố công khai quy trình vận hành hồ chứa thủy lợi thuộc thẩm quyền của Ủy ban nhân dân cấp huyện',
    alias: 'Quy trình vận hành hồ chứa',
    shortcuts: ['vhhc'],
    limit: workingDays(30),
    requiredPapers: [
      submitted('proposal', 'Tờ trình đề nghị phê duyệt quy trình vận hành'),
      submitted('draft-operation-rules', 'Dự thảo quy trình vận hành'),
      CALCULATION_REPORT,
      WORKS_MAP,
      OTHERS_OPINIONS,
      OTHER_PAPERS,
    ],
    resultName: 'Quyết định phê duyệt quy trình vận hành',
  },
  {
    ...IRRIGATION,
    code: '1.003471',
    name: 'Phê duyệt đề cương, kết quả kiểm định an toàn đập, hồ chứa thủy lợi thuộc thẩm quyền của Ủy ban nhân dân cấp huyện',
    alias: 'Kiểm định an toàn đập, hồ chứa',
    shortcuts: ['kdad'],
    limit: workingDays(10),
    requiredPapers: [
      submitted('proposal', 'Tờ trình đề nghị phê duyệt'),
      submitted('draft-inspection-outline', 'Dự thảo đề cương kiểm định an toàn đập, hồ chứa'),
      OTHER_PAPERS,
    ],
    resultName: 'Đề cương, kết quả kiểm định được phê duyệt',
  },
  {
    ...IRRIGATION,
    code: '2.001627',
    name: 'Thẩm định quy trình vận hành đối với công trình thủy lợi lớn và công trình thủy lợi vừa do Ủy ban nhân dân tỉnh phân cấp cho Ủy ban nhân dân cấp huyện phê duyệt',
    alias: 'Thẩm định vận hành công trình thủy lợi',
    shortcuts: ['vhtl'],
    limit: workingDays(20),
    requiredPapers: [
      submitted('proposal', 'Tờ trình đề nghị phê duyệt quy trình vận hành'),
      submitted('draft-operation-rules', 'Dự thảo quy trình vận hành'),
      CALCULATION_REPORT,
      WORKS_MAP,
      OTHERS_OPINIONS,
    ],
    resultName: 'Quyết định phê duyệt quy trình vận hành',
  },
  {
    ...UPSTREAM_PUBLICATION,
    field: 'Hạ tầng kỹ thuật',
    code: '1.002693',
    name: 'Cấp giấy phép chặt hạ, dịch chuyển cây xanh',
    alias: 'Chặt hạ, dịch chuyển cây xanh',
    shortcuts: ['chcx'],
    limit: workingDays(10),
    // The source names no fee.
    fees: [],
    requiredPapers: [
      declaration('Đơn đề nghị cấp giấy phép chặt hạ, dịch chuyển cây xanh'),
      submitted('photographs', 'Ảnh chụp hiện trạng cây xanh', { originals: 0, copies: 1 }),
    ],
    resultName: 'Giấy phép chặt hạ, dịch chuyển cây xanh',
    acceptsPost: true,
  },
];
