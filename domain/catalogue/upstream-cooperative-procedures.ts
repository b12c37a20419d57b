import type { Procedure } from '../procedure.ts';
import { UPSTREAM_PUBLICATION } from './upstream-publication.ts';
import { declaration, submitted } from './papers.ts';
import { councilDuty, workingDays } from './publication.ts';

const COOPERATIVE = {
  ...UPSTREAM_PUBLICATION,
  field: 'Thành lập và hoạt động của tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã',
  limit: workingDays(3),
  // The portal prints 0 for some of these procedures and leaves the others to the council; it is one duty.
  fees: [councilDuty('Lệ phí đăng ký hợp tác xã', { note: 'Nếu HĐND tỉnh có quy định' })],
  acceptsPost: true,
} as const;

const MANDATE = submitted('mandate', 'Văn bản ủy quyền, giấy giới thiệu hoặc hợp đồng dịch vụ', {
  condition: 'Khi người khác đi làm thay',
});
const INVESTMENT_APPROVAL = submitted('investment-approval', 'Chấp thuận góp vốn của nhà đầu tư nước ngoài', {
  originals: 0,
  copies: 1,
  condition: 'Có vốn đầu tư nước ngoài',
});
const MEETING_DECISION = submitted('meeting-decision', 'Nghị quyết hoặc quyết định của hợp tác xã');
const MEETING_MINUTES = submitted('meeting-minutes', 'Biên bản họp', { originals: 0, copies: 1 });

/** Cooperatives (hợp tác xã): registered by the district's finance and planning office until 30 June 2025. */
export const UPSTREAM_COOPERATIVES: readonly Procedure[] = [
  {
    ...COOPERATIVE,
    code: '1.005280',
    name: 'Đăng ký thành lập hợp tác xã, liên hiệp hợp tác xã; đăng ký chuyển đổi tổ hợp tác thành hợp tác xã; đăng ký khi hợp tác xã, liên hiệp hợp tác xã chia, tách, hợp nhất',
    alias: 'Thành lập hợp tác xã',
    shortcuts: ['htx'],
    requiredPapers: [
      declaration('Giấy đề nghị đăng ký thành lập hợp tác xã'),
      submitted('charter', 'Điều lệ'),
      submitted('founding-resolution', 'Nghị quyết hội nghị thành lập'),
      submitted('member-list', 'Danh sách thành viên'),
      INVESTMENT_APPROVAL,
      MANDATE,
    ],
    resultName: 'Giấy chứng nhận đăng ký hợp tác xã',
  },
  {
    ...COOPERATIVE,
    code: '2.002123',
    name: 'Đăng ký hoạt động chi nhánh, văn phòng đại diện, thông báo địa điểm kinh doanh; Thông báo lập chi nhánh, văn phòng đại diện ở nước ngoài của hợp tác xã, liên hiệp hợp tác xã',
    alias: 'Lập chi nhánh hợp tác xã',
    shortcuts: ['cnhtx'],
    requiredPapers: [
      declaration('Thông báo lập chi nhánh, văn phòng đại diện, địa điểm kinh doanh'),
      { ...MEETING_DECISION, required: false, condition: 'Lập chi nhánh, văn phòng đại diện' },
      { ...MEETING_MINUTES, required: false, condition: 'Lập chi nhánh, văn phòng đại diện' },
      submitted('foreign-registration', 'Bản sao giấy đăng ký hoạt động ở nước ngoài', {
        originals: 0,
        copies: 1,
        condition: 'Lập chi nhánh, văn phòng ở nước ngoài',
      }),
      MANDATE,
    ],
    resultName: 'Giấy chứng nhận đăng ký hoạt động chi nhánh, văn phòng đại diện',
  },
  {
    ...COOPERATIVE,
    code: '1.005277',
    name: 'Đăng ký thay đổi nội dung đăng ký hợp tác xã, liên hiệp hợp tác xã; Đăng ký thay đổi nội dung đối với trường hợp hợp tác xã, liên hiệp hợp tác xã bị tách, nhận sáp nhập',
    alias: 'Thay đổi đăng ký hợp tác xã',
    shortcuts: ['tdhtx'],
    requiredPapers: [
      declaration('Giấy đề nghị đăng ký thay đổi nội dung đăng ký hợp tác xã'),
      { ...MEETING_DECISION, required: false, condition: 'Đổi tên, vốn, người đại diện theo pháp luật' },
      { ...MEETING_MINUTES, required: false, condition: 'Đổi tên, vốn, người đại diện theo pháp luật' },
      submitted('foreign-representative-identity', 'Hộ chiếu của người đại diện theo pháp luật', {
        originals: 0,
        copies: 1,
        condition: 'Người đại diện là người nước ngoài',
      }),
      INVESTMENT_APPROVAL,
      MANDATE,
    ],
    resultName: 'Giấy chứng nhận đăng ký hợp tác xã',
  },
  {
    ...COOPERATIVE,
    code: '1.005378',
    name: 'Đăng ký thay đổi nội dung đăng ký hoạt động của chi nhánh, văn phòng đại diện, địa điểm kinh doanh của hợp tác xã, liên hiệp hợp tác xã',
    alias: 'Thay đổi chi nhánh hợp tác xã',
    shortcuts: ['tdcn'],
    requiredPapers: [declaration('Giấy đề nghị thay đổi nội dung đăng ký chi nhánh, văn phòng, địa điểm'), MANDATE],
    resultName: 'Giấy chứng nhận đăng ký hoạt động chi nhánh, văn phòng đại diện',
  },
  {
    ...COOPERATIVE,
    code: '1.004901',
    name: 'Cấp đổi Giấy chứng nhận đăng ký hợp tác xã, liên hiệp hợp tác xã',
    alias: 'Cấp đổi giấy hợp tác xã',
    shortcuts: ['cdhtx'],
    requiredPapers: [
      declaration('Giấy đề nghị đăng ký thay đổi nội dung đăng ký hợp tác xã'),
      submitted('levy-registration', 'Bản sao Giấy chứng nhận đăng ký thuế', { originals: 0, copies: 1 }),
      submitted('change-papers', 'Giấy tờ của nội dung thay đổi', { condition: 'Cấp đổi cùng lúc thay đổi nội dung' }),
      MANDATE,
    ],
    resultName: 'Giấy chứng nhận đăng ký hợp tác xã',
  },
  {
    ...COOPERATIVE,
    code: '1.004979',
    name: 'Thông báo thay đổi nội dung đăng ký hợp tác xã, liên hiệp hợp tác xã; Thông báo thay đổi nội dung đăng ký đối với hợp tác xã, liên hiệp hợp tác xã bị tách, nhận sáp nhập',
    alias: 'Thông báo thay đổi hợp tác xã',
    shortcuts: ['tbhtx'],
    requiredPapers: [
      declaration('Thông báo thay đổi nội dung đăng ký hợp tác xã'),
      { ...MEETING_DECISION, required: false, condition: 'Đổi ngành, nghề kinh doanh' },
      { ...MEETING_MINUTES, required: false, condition: 'Đổi ngành, nghề kinh doanh' },
      submitted('foreign-member-list', 'Danh sách thành viên có vốn đầu tư nước ngoài', {
        condition: 'Có vốn đầu tư nước ngoài',
      }),
      INVESTMENT_APPROVAL,
      MANDATE,
    ],
    resultName: 'Giấy xác nhận thay đổi nội dung đăng ký hợp tác xã',
  },
  {
    ...COOPERATIVE,
    code: '1.004982',
    name: 'Đăng ký giải thể hợp tác xã, liên hiệp hợp tác xã',
    alias: 'Giải thể hợp tác xã',
    shortcuts: ['gthtx'],
    requiredPapers: [
      declaration('Thông báo về việc giải thể hợp tác xã'),
      submitted('assets-report', 'Báo cáo xử lý tài sản'),
      submitted('undivided-fund-decision', 'Quyết định thu hồi quỹ, tài sản chung không chia', {
        condition: 'Có quỹ, tài sản chung không chia',
      }),
      submitted('liquidation-report', 'Báo cáo chuyển nhượng, thanh lý tài sản chung không chia', {
        condition: 'Có thanh lý tài sản chung không chia',
      }),
      MANDATE,
    ],
    resultName: 'Thông báo về việc giải thể hợp tác xã',
  },
  {
    ...COOPERATIVE,
    code: '1.005010',
    name: 'Chấm dứt hoạt động chi nhánh, văn phòng đại diện, địa điểm kinh doanh của hợp tác xã, liên hiệp hợp tác xã',
    alias: 'Chấm dứt chi nhánh hợp tác xã',
    shortcuts: ['cdcn'],
    requiredPapers: [
      declaration('Thông báo chấm dứt hoạt động chi nhánh, văn phòng, địa điểm'),
      MEETING_DECISION,
      MEETING_MINUTES,
      MANDATE,
    ],
    resultName: 'Ghi nhận chấm dứt hoạt động trong cơ sở dữ liệu về đăng ký hợp tác xã',
  },
  {
    ...COOPERATIVE,
    code: '2.001958',
    name: 'Thông báo về việc thành lập doanh nghiệp của hợp tác xã, liên hiệp hợp tác xã',
    alias: 'Hợp tác xã lập doanh nghiệp',
    shortcuts: ['dnhtx'],
    requiredPapers: [declaration('Thông báo về việc thành lập doanh nghiệp'), MANDATE],
    resultName: 'Ghi nhận trong cơ sở dữ liệu về đăng ký hợp tác xã',
  },
];
