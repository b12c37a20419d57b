import type { Procedure } from '../procedure.ts';
import { UPSTREAM_PUBLICATION } from './upstream-publication.ts';
import { declaration, submitted } from './papers.ts';
import { councilDuty, dutyOf, workingDays } from './publication.ts';

const HOUSEHOLD_BUSINESS = {
  ...UPSTREAM_PUBLICATION,
  field: 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)',
  limit: workingDays(3),
  acceptsPost: true,
} as const;

// The portal prints 0 for two of these procedures and leaves the others to the council; it is one duty.
const COUNCIL_DUTY = councilDuty('Lệ phí đăng ký hộ kinh doanh', { note: 'Nếu HĐND tỉnh có quy định' });

const OTHERS_MANDATE = submitted('others-mandate', 'Văn bản ủy quyền và giấy tờ tùy thân của người ủy quyền', {
  originals: 0,
  copies: 1,
  condition: 'Khi người khác đi làm thay',
});
const FAMILY_MANDATE = submitted('family-mandate', 'Văn bản các thành viên ủy quyền cho một người làm chủ hộ', {
  originals: 0,
  copies: 1,
  condition: 'Thành viên hộ gia đình cùng đăng ký',
});

function meetingMinutes(about: string) {
  return submitted('meeting-minutes', `Biên bản họp về việc ${about}`, { condition: 'Nhóm cá nhân cùng tham gia hộ' });
}

/** Household businesses (hộ kinh doanh): registered by the district's finance and planning office until 30 June 2025. */
export const UPSTREAM_HOUSEHOLD_BUSINESS: readonly Procedure[] = [
  {
    ...HOUSEHOLD_BUSINESS,
    code: '1.001612',
    name: 'Đăng ký thành lập hộ kinh doanh',
    alias: 'Thành lập hộ kinh doanh',
    shortcuts: ['hkd'],
    fees: [dutyOf('Lệ phí đăng ký hộ kinh doanh', 50_000)],
    requiredPapers: [declaration('Giấy đề nghị đăng ký hộ kinh doanh'), FAMILY_MANDATE, OTHERS_MANDATE],
    resultName: 'Giấy chứng nhận đăng ký hộ kinh doanh',
  },
  {
    ...HOUSEHOLD_BUSINESS,
    code: '2.000720',
    name: 'Đăng ký thay đổi nội dung đăng ký hộ kinh doanh',
    alias: 'Thay đổi hộ kinh doanh',
    shortcuts: ['tdhkd'],
    fees: [COUNCIL_DUTY],
    requiredPapers: [
      declaration('Giấy đề nghị đăng ký thay đổi nội dung đăng ký hộ kinh doanh'),
      { ...FAMILY_MANDATE, condition: 'Đổi chủ hộ hoặc thêm thành viên' },
      meetingMinutes('thay đổi nội dung đăng ký'),
      submitted('incapacity-proof', 'Giấy chứng tử hoặc quyết định của Tòa án về chủ hộ', {
        originals: 0,
        copies: 1,
        condition: 'Chủ hộ chết, mất tích, mất năng lực hành vi',
      }),
      OTHERS_MANDATE,
    ],
    resultName: 'Giấy chứng nhận đăng ký hộ kinh doanh',
  },
  {
    ...HOUSEHOLD_BUSINESS,
    code: '1.001570',
    name: 'Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn đã thông báo của hộ kinh doanh',
    alias: 'Tạm ngừng hộ kinh doanh',
    shortcuts: ['tnhkd'],
    fees: [COUNCIL_DUTY],
    requiredPapers: [
      declaration('Giấy đề nghị tạm ngừng hoặc tiếp tục kinh doanh'),
      meetingMinutes('tạm ngừng hoặc tiếp tục kinh doanh'),
      OTHERS_MANDATE,
    ],
    resultName: 'Giấy xác nhận hộ kinh doanh đăng ký tạm ngừng hoặc tiếp tục kinh doanh',
  },
  {
    ...HOUSEHOLD_BUSINESS,
    code: '1.001266',
    name: 'Chấm dứt hoạt động hộ kinh doanh',
    alias: 'Chấm dứt hộ kinh doanh',
    shortcuts: ['cdhkd'],
    fees: [COUNCIL_DUTY],
    requiredPapers: [
      declaration('Thông báo chấm dứt hoạt động hộ kinh doanh'),
      meetingMinutes('chấm dứt hoạt động'),
      OTHERS_MANDATE,
    ],
    resultName: 'Thông báo chấm dứt hoạt động hộ kinh doanh',
  },
  {
    ...HOUSEHOLD_BUSINESS,
    code: '2.000575',
    name: 'Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh, Cấp đổi sang Giấy chứng nhận đăng ký hộ kinh doanh',
    alias: 'Cấp lại giấy hộ kinh doanh',
    shortcuts: ['clhkd'],
    fees: [COUNCIL_DUTY],
    requiredPapers: [
      declaration('Giấy đề nghị cấp lại, cấp đổi Giấy chứng nhận đăng ký hộ kinh doanh'),
      FAMILY_MANDATE,
      OTHERS_MANDATE,
    ],
    resultName: 'Giấy chứng nhận đăng ký hộ kinh doanh',
  },
];
