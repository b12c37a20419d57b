import type { Procedure } from '../procedure.ts';
import { UPSTREAM_PUBLICATION } from './upstream-publication.ts';
import { AUTHORISATION, declaration, IDENTITY, shown, submitted } from './papers.ts';
import { workingDays } from './publication.ts';

const SOCIAL_PROTECTION = { ...UPSTREAM_PUBLICATION, field: 'Bảo trợ xã hội', fees: [] } as const;

/**
 * Social protection: filed with the commune, decided above (một cửa liên thông; Decree 136/2013, then 20/2021). A part whose
 * time no source gives has no limit here; the split between commune and body above is ours where no comment names its source.
 * Papers without a source are general knowledge of the decrees and have to be checked against the province's publication.
 */
export const UPSTREAM_SOCIAL_PROTECTION: readonly Procedure[] = [
  {
    ...SOCIAL_PROTECTION,
    code: '1.001776',
    name: 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hàng tháng',
    alias: 'Trợ cấp xã hội hàng tháng',
    shortcuts: ['tcxh'],
    limit: { kind: 'none' },
    requiredPapers: [
      declaration('Tờ khai đề nghị trợ giúp xã hội'),
      IDENTITY,
      shown('beneficiary-evidence', 'Giấy tờ chứng minh thuộc diện hưởng', { condition: 'Theo nhóm đối tượng' }),
      AUTHORISATION,
    ],
    resultName: 'Quyết định trợ cấp xã hội hàng tháng',
    // Says who is disabled, orphaned or ill.
    isRestricted: true,
    linkedSteps: [
      { by: 'commune', name: 'Hội đồng xét duyệt họp, niêm yết công khai', budget: { kind: 'none' } },
      // 7 and 3 working days: Decree 136/2013, as published for the monthly benefit by a district of Bắc Giang.
      { by: 'upstream', name: 'Phòng LĐTBXH thẩm định', budget: workingDays(7) },
      { by: 'upstream', name: 'Chủ tịch UBND cấp huyện quyết định', budget: workingDays(3) },
    ],
  },
  {
    ...SOCIAL_PROTECTION,
    code: '1.001731',
    name: 'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội',
    alias: 'Mai táng phí bảo trợ xã hội',
    shortcuts: ['mtp'],
    // Limit, split and papers as the Ministry of Health's portal gave them while the district still decided.
    limit: workingDays(5),
    requiredPapers: [
      declaration('Tờ khai đề nghị hỗ trợ chi phí mai táng'),
      submitted('death-extract', 'Bản sao giấy chứng tử', { originals: 0, copies: 1 }),
      submitted('benefit-end-decision', 'Bản sao quyết định thôi hưởng trợ cấp tuất, trợ cấp khác', {
        originals: 0,
        copies: 1,
        condition: 'Người từ đủ 80 tuổi đang hưởng trợ cấp tuất, trợ cấp khác',
      }),
    ],
    resultName: 'Quyết định hỗ trợ chi phí mai táng',
    acceptsPost: true,
    linkedSteps: [
      { by: 'commune', name: 'UBND cấp xã đề nghị, chuyển hồ sơ', budget: workingDays(2) },
      { by: 'upstream', name: 'Thẩm định, trình Chủ tịch UBND cấp huyện quyết định', budget: workingDays(3) },
    ],
  },
  {
    ...SOCIAL_PROTECTION,
    code: '2.000286',
    name: 'Tiếp nhận đối tượng bảo trợ xã hội có hoàn cảnh đặc biệt khó khăn vào cơ sở trợ giúp xã hội',
    alias: 'Đưa vào cơ sở trợ giúp xã hội',
    shortcuts: ['cstg'],
    limit: { kind: 'none' },
    requiredPapers: [
      declaration('Tờ khai đề nghị tiếp nhận vào cơ sở trợ giúp xã hội'),
      IDENTITY,
      shown('beneficiary-evidence', 'Giấy tờ chứng minh hoàn cảnh', { condition: 'Theo nhóm đối tượng' }),
    ],
    resultName: 'Quyết định tiếp nhận vào cơ sở trợ giúp xã hội',
    isRestricted: true,
    linkedSteps: [
      { by: 'commune', name: 'Hội đồng xét duyệt họp, niêm yết công khai', budget: { kind: 'none' } },
      { by: 'upstream', name: 'Thẩm định, quyết định tiếp nhận', budget: { kind: 'none' } },
    ],
  },
];
