import type { Procedure } from '../procedure.ts';
import { BIRTH_CERTIFICATE, declaration, submitted } from './papers.ts';
import { CIVIL_STATUS, workingDays } from './publication.ts';

// Of a linked procedure only the whole is published. How it is divided among the legs is ours, for the counter to see
// which of them is late; a province that publishes its own division replaces it.

export const BIRTH_WITH_HEALTH_CARD: Procedure = {
  ...CIVIL_STATUS,
  code: '2.001023',
  name: 'Liên thông các thủ tục hành chính về đăng ký khai sinh, cấp Thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
  alias: 'Khai sinh và thẻ bảo hiểm y tế',
  shortcuts: ['lt', 'ksb'],
  // The most all steps may take together; what an upper body sends back adds days that this rule cannot know.
  limit: workingDays(15),
  fees: [],
  requiredPapers: [
    declaration('Tờ khai đăng ký khai sinh'),
    BIRTH_CERTIFICATE,
    submitted('health-insurance-form', 'Tờ khai tham gia bảo hiểm y tế của trẻ'),
  ],
  resultName: 'Giấy khai sinh, thẻ bảo hiểm y tế',
  linkedSteps: [
    { by: 'commune', name: 'Đăng ký khai sinh, chuyển hồ sơ', budget: workingDays(3) },
    { by: 'upstream', name: 'Cấp thẻ bảo hiểm y tế', budget: workingDays(10) },
    { by: 'commune', name: 'Nhận kết quả, trả công dân', budget: workingDays(2) },
  ],
  acceptsPost: false,
};

export const BIRTH_WITH_RESIDENCE: Procedure = {
  ...CIVIL_STATUS,
  code: '2.000986',
  name: 'Liên thông thủ tục hành chính về đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
  alias: 'Khai sinh, thường trú, thẻ BHYT',
  shortcuts: ['kst'],
  limit: workingDays(20),
  fees: [],
  requiredPapers: [
    declaration('Tờ khai đăng ký khai sinh'),
    BIRTH_CERTIFICATE,
    submitted('health-insurance-form', 'Tờ khai tham gia bảo hiểm y tế của trẻ'),
  ],
  resultName: 'Giấy khai sinh, thông báo kết quả đăng ký thường trú, thẻ bảo hiểm y tế',
  linkedSteps: [
    { by: 'commune', name: 'Đăng ký khai sinh, chuyển hồ sơ', budget: workingDays(3) },
    { by: 'upstream', name: 'Đăng ký thường trú', budget: workingDays(8) },
    { by: 'upstream', name: 'Cấp thẻ bảo hiểm y tế', budget: workingDays(7) },
    { by: 'commune', name: 'Nhận kết quả, trả công dân', budget: workingDays(2) },
  ],
  acceptsPost: false,
};
