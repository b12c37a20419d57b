import type { Procedure } from '../procedure.ts';
import { AUTHORISATION, declaration, IDENTITY, RESIDENCE, submitted } from './papers.ts';
import { FREE, PUBLICATION, SAME_DAY, SET_BY_COUNCIL, workingDays } from './publication.ts';

// The portal gives most limits of this field as a bare number. That it counts working days is said by the Law on civil
// status (Luật Hộ tịch 2014) and Decree 123/2015.
const CIVIL_STATUS = { ...PUBLICATION, field: 'Hộ tịch' } as const;

const BIRTH_CERTIFICATE = submitted('birth-certificate', 'Giấy chứng sinh hoặc giấy tờ thay thế');
const PARENTHOOD_EVIDENCE = submitted('parenthood-evidence', 'Chứng cứ về quan hệ cha con, mẹ con', {
  condition: 'Khi có',
});
const PARENTHOOD_PLEDGE = submitted('parenthood-pledge', 'Văn bản cam đoan về quan hệ cha, mẹ, con', {
  condition: 'Khi không có chứng cứ',
});

export const BIRTH_REGISTRATION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.001193',
  name: 'Thủ tục đăng ký khai sinh',
  alias: 'Khai sinh',
  shortcuts: ['ks'],
  limit: SAME_DAY,
  fee: { amountVnd: 0, per: 'dossier', note: 'Quá 60 ngày: mức do HĐND tỉnh quy định' },
  requiredPapers: [
    declaration('Tờ khai đăng ký khai sinh'),
    BIRTH_CERTIFICATE,
    IDENTITY,
    RESIDENCE,
    AUTHORISATION,
    submitted('abandoned-child-minutes', 'Biên bản về việc trẻ bị bỏ rơi', { condition: 'Trẻ bị bỏ rơi' }),
    submitted('surrogacy-confirmation', 'Xác nhận của cơ sở y tế về mang thai hộ', {
      condition: 'Trẻ sinh ra do mang thai hộ',
    }),
  ],
  resultName: 'Giấy khai sinh',
};

export const BIRTH_WITH_HEALTH_CARD: Procedure = {
  ...CIVIL_STATUS,
  code: '2.001023',
  name: 'Liên thông các thủ tục hành chính về đăng ký khai sinh, cấp Thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
  alias: 'Khai sinh và thẻ bảo hiểm y tế',
  shortcuts: ['lt', 'ksb'],
  // The most the linked steps may take together; what an upper body sends back adds days that this rule cannot know.
  limit: workingDays(15),
  fee: FREE,
  requiredPapers: [
    declaration('Tờ khai đăng ký khai sinh'),
    BIRTH_CERTIFICATE,
    submitted('health-insurance-form', 'Tờ khai tham gia bảo hiểm y tế của trẻ'),
  ],
  resultName: 'Giấy khai sinh, thẻ bảo hiểm y tế',
};

export const BIRTH_AND_PARENTHOOD: Procedure = {
  ...CIVIL_STATUS,
  code: '1.000689',
  name: 'Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con',
  alias: 'Khai sinh và nhận cha, mẹ, con',
  shortcuts: ['ksn'],
  limit: workingDays(3),
  fee: SET_BY_COUNCIL,
  requiredPapers: [
    declaration('Tờ khai đăng ký khai sinh'),
    submitted('parenthood-declaration', 'Tờ khai nhận cha, mẹ, con'),
    BIRTH_CERTIFICATE,
    IDENTITY,
    PARENTHOOD_EVIDENCE,
    PARENTHOOD_PLEDGE,
    RESIDENCE,
  ],
  resultName: 'Giấy khai sinh, trích lục nhận cha, mẹ, con',
};

export const BIRTH_RE_REGISTRATION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.004884',
  name: 'Thủ tục đăng ký lại khai sinh',
  alias: 'Đăng ký lại khai sinh',
  shortcuts: ['lks'],
  limit: workingDays(5),
  fee: SET_BY_COUNCIL,
  requiredPapers: [
    declaration('Tờ khai đăng ký lại khai sinh, có cam đoan'),
    submitted('papers-about-birth', 'Giấy tờ đang có ghi nội dung khai sinh', { originals: 0, copies: 1 }),
    IDENTITY,
    submitted('old-birth-certificate', 'Giấy khai sinh cũ hoặc giấy thay thế', {
      originals: 0,
      copies: 1,
      condition: 'Khi còn giữ',
    }),
    submitted('employer-confirmation', 'Xác nhận của thủ trưởng cơ quan', {
      condition: 'Cán bộ, công chức, viên chức, lực lượng vũ trang',
    }),
    RESIDENCE,
    AUTHORISATION,
  ],
  resultName: 'Giấy khai sinh',
};

export const DEATH_REGISTRATION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.000656',
  name: 'Thủ tục đăng ký khai tử',
  alias: 'Khai tử',
  shortcuts: ['kt'],
  limit: SAME_DAY,
  fee: { ...SET_BY_COUNCIL, note: 'Đúng hạn: miễn. Miễn cho gia đình có công, hộ nghèo, người khuyết tật' },
  requiredPapers: [
    declaration('Tờ khai đăng ký khai tử'),
    submitted('death-notice', 'Giấy báo tử, giấy tờ thay thế hoặc chứng cứ về việc chết'),
    IDENTITY,
    { ...RESIDENCE, name: 'Giấy tờ về nơi cư trú cuối cùng hoặc nơi chết' },
    AUTHORISATION,
  ],
  resultName: 'Trích lục khai tử',
};

export const MARRIAGE_REGISTRATION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.000894',
  name: 'Thủ tục đăng ký kết hôn',
  alias: 'Kết hôn',
  shortcuts: ['kh'],
  // Law on civil status Art. 18: at once. Where something must be verified it may take five working days.
  limit: SAME_DAY,
  fee: FREE,
  requiredPapers: [
    declaration('Tờ khai đăng ký kết hôn của hai bên'),
    { ...IDENTITY, name: 'Giấy tờ tùy thân có ảnh của hai bên' },
    RESIDENCE,
  ],
  resultName: 'Giấy chứng nhận kết hôn',
};

export const MARRIAGE_RE_REGISTRATION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.004746',
  name: 'Thủ tục đăng ký lại kết hôn',
  alias: 'Đăng ký lại kết hôn',
  shortcuts: ['lkh'],
  limit: workingDays(5),
  fee: SET_BY_COUNCIL,
  requiredPapers: [
    declaration('Tờ khai đăng ký lại kết hôn'),
    submitted('papers-about-marriage', 'Giấy chứng nhận kết hôn cũ hoặc giấy tờ có thông tin kết hôn', {
      originals: 0,
      copies: 1,
    }),
    IDENTITY,
    RESIDENCE,
  ],
  resultName: 'Giấy chứng nhận kết hôn',
};

export const MARITAL_STATUS: Procedure = {
  ...CIVIL_STATUS,
  code: '1.004873',
  name: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
  alias: 'Tình trạng hôn nhân',
  shortcuts: ['hn', 'dt'],
  limit: workingDays(3),
  fee: SET_BY_COUNCIL,
  requiredPapers: [
    declaration('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân'),
    IDENTITY,
    submitted('earlier-confirmation', 'Giấy xác nhận tình trạng hôn nhân đã cấp', { condition: 'Khi xin cấp lại' }),
    RESIDENCE,
    AUTHORISATION,
  ],
  resultName: 'Giấy xác nhận tình trạng hôn nhân',
};

export const CIVIL_STATUS_EXTRACT: Procedure = {
  ...CIVIL_STATUS,
  code: '2.000635',
  name: 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh',
  alias: 'Trích lục hộ tịch',
  shortcuts: ['tl'],
  limit: SAME_DAY,
  fee: { amountVnd: 8_000, per: 'copy' },
  requiredPapers: [
    declaration('Tờ khai cấp bản sao trích lục hộ tịch'),
    IDENTITY,
    submitted('organisation-letter', 'Văn bản yêu cầu nêu rõ lý do', {
      condition: 'Người yêu cầu là cơ quan, tổ chức',
    }),
    RESIDENCE,
    AUTHORISATION,
  ],
  resultName: 'Bản sao trích lục hộ tịch, bản sao Giấy khai sinh',
};

export const CIVIL_STATUS_CORRECTION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.004859',
  name: 'Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc',
  alias: 'Cải chính hộ tịch',
  shortcuts: ['cc'],
  // Adding a missing detail alone is same-day; the procedure is one, so the longer limit of its other acts stands.
  limit: workingDays(3),
  fee: SET_BY_COUNCIL,
  requiredPapers: [
    declaration('Tờ khai thay đổi, cải chính, bổ sung hộ tịch'),
    submitted('grounds', 'Giấy tờ làm căn cứ thay đổi, cải chính, bổ sung'),
    IDENTITY,
    RESIDENCE,
    AUTHORISATION,
  ],
  resultName: 'Trích lục thay đổi, cải chính, bổ sung thông tin hộ tịch',
};

export const PARENTHOOD_RECOGNITION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.001022',
  name: 'Thủ tục đăng ký nhận cha, mẹ, con',
  alias: 'Nhận cha, mẹ, con',
  shortcuts: ['nc', 'ncm'],
  limit: workingDays(3),
  fee: SET_BY_COUNCIL,
  requiredPapers: [declaration('Tờ khai nhận cha, mẹ, con'), IDENTITY, PARENTHOOD_EVIDENCE, PARENTHOOD_PLEDGE],
  resultName: 'Trích lục đăng ký nhận cha, mẹ, con',
};

export const GUARDIANSHIP: Procedure = {
  ...CIVIL_STATUS,
  code: '1.004837',
  name: 'Thủ tục đăng ký giám hộ',
  alias: 'Giám hộ',
  shortcuts: ['gh'],
  limit: workingDays(3),
  fee: FREE,
  requiredPapers: [
    declaration('Tờ khai đăng ký giám hộ'),
    IDENTITY,
    submitted('guardian-appointment', 'Văn bản cử người giám hộ', { condition: 'Giám hộ cử' }),
    submitted('natural-guardian-proof', 'Giấy tờ chứng minh điều kiện giám hộ đương nhiên', {
      condition: 'Giám hộ đương nhiên',
    }),
    RESIDENCE,
    AUTHORISATION,
  ],
  resultName: 'Trích lục đăng ký giám hộ',
};
