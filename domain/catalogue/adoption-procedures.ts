import type { Procedure } from '../procedure.ts';
import { declaration, submitted } from './papers.ts';
import { calendarDays, dutyOf, PUBLICATION, workingDays } from './publication.ts';

// Restricted: that a child is adopted is for the family to tell, not for an open list at the counter.
const ADOPTION = { ...PUBLICATION, field: 'Nuôi con nuôi', isRestricted: true } as const;

export const ADOPTION_REGISTRATION: Procedure = {
  ...ADOPTION,
  code: '2.001263',
  name: 'Đăng ký việc nuôi con nuôi trong nước',
  alias: 'Nuôi con nuôi',
  shortcuts: ['ncn'],
  // Law on adoption 2010 Art. 19: thirty days from the complete dossier.
  limit: calendarDays(30),
  fees: [
    dutyOf('Lệ phí đăng ký nuôi con nuôi', 400_000, {
      exempt: ['meritorious-family', 'disabled'],
      note: 'Miễn khi nhận con riêng, cháu ruột, trẻ khuyết tật hoặc mắc bệnh hiểm nghèo',
    }),
  ],
  requiredPapers: [
    submitted('application', 'Đơn xin nhận con nuôi'),
    submitted('adopter-identity', 'Giấy tờ tùy thân của người nhận con nuôi', { originals: 0, copies: 1 }),
    submitted('adopter-marital-status', 'Giấy tờ về tình trạng hôn nhân của người nhận'),
    submitted('adopter-health', 'Giấy khám sức khỏe của người nhận'),
    submitted('adopter-circumstances', 'Xác nhận hoàn cảnh gia đình, chỗ ở, kinh tế', {
      condition: 'Không phải cha dượng, mẹ kế, cô, cậu, dì, chú, bác ruột',
    }),
    submitted('child-birth-certificate', 'Giấy khai sinh của trẻ'),
    submitted('child-health', 'Giấy khám sức khỏe của trẻ'),
    submitted('child-photos', 'Ảnh toàn thân của trẻ, chụp trong 6 tháng', { originals: 2 }),
    submitted('child-situation', 'Biên bản trẻ bị bỏ rơi hoặc quyết định tiếp nhận trẻ', {
      condition: 'Trẻ bị bỏ rơi hoặc ở cơ sở nuôi dưỡng',
    }),
  ],
  resultName: 'Giấy chứng nhận nuôi con nuôi trong nước',
  acceptsPost: true,
};

export const ADOPTION_RE_REGISTRATION: Procedure = {
  ...ADOPTION,
  code: '2.001255',
  name: 'Đăng ký lại việc nuôi con nuôi trong nước',
  alias: 'Đăng ký lại nuôi con nuôi',
  shortcuts: ['lnc'],
  limit: workingDays(5),
  fees: [],
  requiredPapers: [declaration('Tờ khai đăng ký lại việc nuôi con nuôi, có cam đoan')],
  resultName: 'Giấy chứng nhận nuôi con nuôi trong nước',
  acceptsPost: true,
};
