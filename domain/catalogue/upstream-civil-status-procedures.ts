import type { Procedure } from '../procedure.ts';
import { UPSTREAM_PUBLICATION } from './upstream-publication.ts';
import { AUTHORISATION, declaration, IDENTITY, RESIDENCE, submitted } from './papers.ts';
import { calendarDays, CIVIL_STATUS_DUTY, SAME_DAY, workingDays } from './publication.ts';

const WITH_FOREIGN_ELEMENT = {
  ...UPSTREAM_PUBLICATION,
  field: 'Hộ tịch',
  fees: [CIVIL_STATUS_DUTY],
  acceptsPost: true,
} as const;

// Law on civil status 2014, Art. 38 and 44. The shorter limits of the portal belong to the version of the commune.
const FIFTEEN_DAYS = calendarDays(15);

const NATIONALITY_AGREEMENT = submitted('nationality-agreement', 'Thỏa thuận chọn quốc tịch cho con', {
  condition: 'Cha hoặc mẹ là người nước ngoài',
});
const BIRTH_CERTIFICATE = submitted('birth-certificate', 'Giấy chứng sinh hoặc giấy tờ thay thế');
const LEGAL_ENTRY = submitted('legal-entry', 'Giấy tờ chứng minh trẻ nhập cảnh hợp pháp', {
  originals: 0,
  copies: 1,
  condition: 'Trẻ sinh ra ở nước ngoài',
});
const PARENTHOOD_EVIDENCE = submitted('parenthood-evidence', 'Chứng cứ về quan hệ cha con, mẹ con');
const FOREIGN_PASSPORT = submitted('foreign-passport', 'Bản sao hộ chiếu của người nước ngoài', {
  originals: 0,
  copies: 1,
  condition: 'Có người nước ngoài',
});

/** Civil status with a foreign element (có yếu tố nước ngoài): registered by the body above until 30 June 2025. */
export const UPSTREAM_CIVIL_STATUS: readonly Procedure[] = [
  {
    ...WITH_FOREIGN_ELEMENT,
    code: '2.000528',
    name: 'Thủ tục đăng ký khai sinh có yếu tố nước ngoài',
    alias: 'Khai sinh có yếu tố nước ngoài',
    shortcuts: ['ksnn'],
    limit: SAME_DAY,
    requiredPapers: [
      declaration('Tờ khai đăng ký khai sinh'),
      BIRTH_CERTIFICATE,
      NATIONALITY_AGREEMENT,
      LEGAL_ENTRY,
      IDENTITY,
      RESIDENCE,
      AUTHORISATION,
    ],
    resultName: 'Giấy khai sinh',
  },
  {
    ...WITH_FOREIGN_ELEMENT,
    code: '2.000806',
    name: 'Thủ tục đăng ký kết hôn có yếu tố nước ngoài',
    alias: 'Kết hôn có yếu tố nước ngoài',
    shortcuts: ['khnn'],
    limit: FIFTEEN_DAYS,
    requiredPapers: [
      declaration('Tờ khai đăng ký kết hôn của hai bên'),
      submitted('mental-health-confirmation', 'Xác nhận của cơ sở y tế về sức khỏe tâm thần của hai bên'),
      submitted('foreigner-marital-status', 'Giấy tờ chứng minh người nước ngoài chưa có vợ, có chồng', {
        condition: 'Có bên là người nước ngoài',
      }),
      { ...FOREIGN_PASSPORT, condition: 'Có bên là người nước ngoài' },
      submitted('divorce-note', 'Trích lục ghi chú ly hôn', { condition: 'Đã ly hôn ở nước ngoài' }),
      submitted('employer-confirmation', 'Xác nhận của cơ quan, đơn vị quản lý', {
        condition: 'Công chức, viên chức, lực lượng vũ trang',
      }),
      { ...IDENTITY, name: 'Giấy tờ tùy thân có ảnh của hai bên' },
      RESIDENCE,
    ],
    resultName: 'Giấy chứng nhận kết hôn',
  },
  {
    ...WITH_FOREIGN_ELEMENT,
    code: '1.001766',
    name: 'Thủ tục đăng ký khai tử có yếu tố nước ngoài',
    alias: 'Khai tử có yếu tố nước ngoài',
    shortcuts: ['ktnn'],
    limit: SAME_DAY,
    requiredPapers: [
      declaration('Tờ khai đăng ký khai tử'),
      submitted('death-notice', 'Giấy báo tử, giấy tờ thay thế hoặc chứng cứ về việc chết'),
      IDENTITY,
      RESIDENCE,
      AUTHORISATION,
    ],
    resultName: 'Trích lục khai tử',
  },
  {
    ...WITH_FOREIGN_ELEMENT,
    code: '2.000779',
    name: 'Thủ tục đăng ký nhận cha, mẹ, con có yếu tố nước ngoài',
    alias: 'Nhận cha, mẹ, con có yếu tố nước ngoài',
    shortcuts: ['ncnn'],
    limit: FIFTEEN_DAYS,
    requiredPapers: [
      declaration('Tờ khai đăng ký nhận cha, mẹ, con'),
      PARENTHOOD_EVIDENCE,
      FOREIGN_PASSPORT,
      IDENTITY,
      RESIDENCE,
    ],
    resultName: 'Trích lục đăng ký nhận cha, mẹ, con',
  },
  {
    ...WITH_FOREIGN_ELEMENT,
    code: '1.001695',
    name: 'Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con có yếu tố nước ngoài',
    alias: 'Khai sinh và nhận con, yếu tố nước ngoài',
    shortcuts: ['ksnc'],
    limit: FIFTEEN_DAYS,
    requiredPapers: [
      declaration('Tờ khai đăng ký khai sinh'),
      submitted('parenthood-declaration', 'Tờ khai đăng ký nhận cha, mẹ, con'),
      BIRTH_CERTIFICATE,
      PARENTHOOD_EVIDENCE,
      NATIONALITY_AGREEMENT,
      FOREIGN_PASSPORT,
      IDENTITY,
      RESIDENCE,
    ],
    resultName: 'Giấy khai sinh, trích lục đăng ký nhận cha, mẹ, con',
  },
  {
    ...WITH_FOREIGN_ELEMENT,
    code: '1.001669',
    name: 'Thủ tục đăng ký giám hộ có yếu tố nước ngoài',
    alias: 'Giám hộ có yếu tố nước ngoài',
    shortcuts: ['ghnn'],
    limit: workingDays(5),
    requiredPapers: [
      declaration('Tờ khai đăng ký giám hộ'),
      submitted('guardian-appointment', 'Văn bản cử người giám hộ', { condition: 'Giám hộ cử' }),
      submitted('natural-guardian-proof', 'Giấy tờ chứng minh điều kiện giám hộ đương nhiên', {
        condition: 'Giám hộ đương nhiên',
      }),
      IDENTITY,
      RESIDENCE,
      AUTHORISATION,
    ],
    resultName: 'Trích lục đăng ký giám hộ',
  },
  {
    ...WITH_FOREIGN_ELEMENT,
    code: '2.000756',
    name: 'Thủ tục đăng ký chấm dứt giám hộ có yếu tố nước ngoài',
    alias: 'Chấm dứt giám hộ, yếu tố nước ngoài',
    shortcuts: ['cdgh'],
    limit: workingDays(2),
    requiredPapers: [
      declaration('Tờ khai đăng ký chấm dứt giám hộ'),
      submitted('grounds', 'Giấy tờ làm căn cứ chấm dứt giám hộ'),
      IDENTITY,
      RESIDENCE,
      AUTHORISATION,
    ],
    resultName: 'Trích lục đăng ký chấm dứt giám hộ',
  },
  {
    ...WITH_FOREIGN_ELEMENT,
    code: '2.000748',
    name: 'Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc có yếu tố nước ngoài',
    alias: 'Cải chính hộ tịch, yếu tố nước ngoài',
    shortcuts: ['ccnn'],
    // Adding a missing detail alone is same-day; the procedure is one, so the longer limit of its other acts stands.
    limit: workingDays(3),
    requiredPapers: [
      declaration('Tờ khai thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc'),
      submitted('grounds', 'Giấy tờ làm căn cứ thay đổi, cải chính, bổ sung'),
      IDENTITY,
      RESIDENCE,
      AUTHORISATION,
    ],
    resultName: 'Trích lục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc',
  },
];
