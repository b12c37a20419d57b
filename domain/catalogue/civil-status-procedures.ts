import type { Procedure } from '../procedure.ts';
import {
  AUTHORISATION,
  BIRTH_CERTIFICATE,
  declaration,
  IDENTITY,
  PARENTHOOD_EVIDENCE,
  PARENTHOOD_PLEDGE,
  RESIDENCE,
  submitted,
  SURROGACY_CONFIRMATION,
} from './papers.ts';
import {
  CIVIL_STATUS,
  CIVIL_STATUS_DUTY,
  feeOf,
  LATE_REGISTRATION_DUTY,
  NO_LIMIT,
  SAME_DAY,
  SINCE_REFORM,
  workingDays,
} from './publication.ts';

export const BIRTH_REGISTRATION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.001193',
  name: 'Thủ tục đăng ký khai sinh',
  alias: 'Khai sinh',
  shortcuts: ['ks'],
  limit: SAME_DAY,
  fees: [
    { ...LATE_REGISTRATION_DUTY, note: 'Trong 60 ngày: miễn. Miễn cho gia đình có công, hộ nghèo, người khuyết tật' },
  ],
  requiredPapers: [
    declaration('Tờ khai đăng ký khai sinh'),
    BIRTH_CERTIFICATE,
    IDENTITY,
    RESIDENCE,
    AUTHORISATION,
    submitted('abandoned-child-minutes', 'Biên bản về việc trẻ bị bỏ rơi', { condition: 'Trẻ bị bỏ rơi' }),
    SURROGACY_CONFIRMATION,
  ],
  resultName: 'Giấy khai sinh',
  acceptsPost: true,
};

export const BIRTH_AND_PARENTHOOD: Procedure = {
  ...CIVIL_STATUS,
  code: '1.000689',
  name: 'Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con',
  alias: 'Khai sinh và nhận cha, mẹ, con',
  shortcuts: ['ksn'],
  limit: workingDays(3),
  fees: [CIVIL_STATUS_DUTY],
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
  acceptsPost: true,
};

export const DEATH_REGISTRATION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.000656',
  name: 'Thủ tục đăng ký khai tử',
  alias: 'Khai tử',
  shortcuts: ['kt'],
  limit: SAME_DAY,
  fees: [LATE_REGISTRATION_DUTY],
  requiredPapers: [
    declaration('Tờ khai đăng ký khai tử'),
    submitted('death-notice', 'Giấy báo tử, giấy tờ thay thế hoặc chứng cứ về việc chết'),
    IDENTITY,
    { ...RESIDENCE, name: 'Giấy tờ về nơi cư trú cuối cùng hoặc nơi chết' },
    AUTHORISATION,
  ],
  resultName: 'Trích lục khai tử',
  acceptsPost: true,
};

export const MARRIAGE_REGISTRATION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.000894',
  name: 'Thủ tục đăng ký kết hôn',
  alias: 'Kết hôn',
  shortcuts: ['kh'],
  // Law on civil status Art. 18: at once. Where something must be verified it may take five working days.
  limit: SAME_DAY,
  fees: [],
  requiredPapers: [
    declaration('Tờ khai đăng ký kết hôn của hai bên'),
    { ...IDENTITY, name: 'Giấy tờ tùy thân có ảnh của hai bên' },
    RESIDENCE,
  ],
  resultName: 'Giấy chứng nhận kết hôn',
  acceptsPost: true,
};

export const MARITAL_STATUS: Procedure = {
  ...CIVIL_STATUS,
  code: '1.004873',
  name: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
  alias: 'Tình trạng hôn nhân',
  shortcuts: ['hn', 'dt'],
  limit: workingDays(3),
  fees: [CIVIL_STATUS_DUTY],
  requiredPapers: [
    declaration('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân'),
    IDENTITY,
    submitted('earlier-confirmation', 'Giấy xác nhận tình trạng hôn nhân đã cấp', { condition: 'Khi xin cấp lại' }),
    RESIDENCE,
    AUTHORISATION,
  ],
  resultName: 'Giấy xác nhận tình trạng hôn nhân',
  acceptsPost: true,
};

export const CIVIL_STATUS_EXTRACT: Procedure = {
  ...CIVIL_STATUS,
  code: '2.000635',
  name: 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh',
  alias: 'Trích lục hộ tịch',
  shortcuts: ['tl'],
  limit: SAME_DAY,
  fees: [feeOf('Phí cấp bản sao trích lục hộ tịch', 8_000, 'copy')],
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
  acceptsPost: true,
};

export const CIVIL_STATUS_CORRECTION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.004859',
  name: 'Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc',
  alias: 'Cải chính hộ tịch',
  shortcuts: ['cc'],
  // Adding a missing detail alone is same-day; the procedure is one, so the longer limit of its other acts stands.
  limit: workingDays(3),
  fees: [CIVIL_STATUS_DUTY],
  requiredPapers: [
    declaration('Tờ khai thay đổi, cải chính, bổ sung hộ tịch'),
    submitted('grounds', 'Giấy tờ làm căn cứ thay đổi, cải chính, bổ sung'),
    IDENTITY,
    RESIDENCE,
    AUTHORISATION,
  ],
  resultName: 'Trích lục thay đổi, cải chính, bổ sung thông tin hộ tịch',
  acceptsPost: true,
};

export const PARENTHOOD_RECOGNITION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.001022',
  name: 'Thủ tục đăng ký nhận cha, mẹ, con',
  alias: 'Nhận cha, mẹ, con',
  shortcuts: ['nc', 'ncm'],
  limit: workingDays(3),
  fees: [CIVIL_STATUS_DUTY],
  requiredPapers: [declaration('Tờ khai nhận cha, mẹ, con'), IDENTITY, PARENTHOOD_EVIDENCE, PARENTHOOD_PLEDGE],
  resultName: 'Trích lục đăng ký nhận cha, mẹ, con',
  acceptsPost: true,
};

export const GUARDIANSHIP: Procedure = {
  ...CIVIL_STATUS,
  code: '1.004837',
  name: 'Thủ tục đăng ký giám hộ',
  alias: 'Giám hộ',
  shortcuts: ['gh'],
  limit: workingDays(3),
  fees: [],
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
  acceptsPost: true,
};

export const GUARDIANSHIP_END: Procedure = {
  ...CIVIL_STATUS,
  code: '1.004845',
  name: 'Thủ tục đăng ký chấm dứt giám hộ',
  alias: 'Chấm dứt giám hộ',
  shortcuts: ['cdg'],
  limit: workingDays(2),
  fees: [],
  requiredPapers: [
    declaration('Tờ khai đăng ký chấm dứt giám hộ'),
    submitted('grounds', 'Giấy tờ làm căn cứ chấm dứt giám hộ'),
    IDENTITY,
    RESIDENCE,
    AUTHORISATION,
  ],
  resultName: 'Trích lục đăng ký chấm dứt giám hộ',
  acceptsPost: true,
};

export const CIVIL_STATUS_CONFIRMATION: Procedure = {
  ...CIVIL_STATUS,
  ...SINCE_REFORM,
  code: '2.002516',
  name: 'Thủ tục xác nhận thông tin hộ tịch',
  alias: 'Xác nhận thông tin hộ tịch',
  shortcuts: ['xht'],
  limit: NO_LIMIT,
  fees: [feeOf('Phí xác nhận thông tin hộ tịch', 8_000, 'copy')],
  requiredPapers: [
    declaration('Tờ khai đề nghị xác nhận thông tin hộ tịch'),
    IDENTITY,
    submitted('grounds', 'Giấy tờ liên quan đến nội dung cần xác nhận', { condition: 'Khi có' }),
    RESIDENCE,
    AUTHORISATION,
  ],
  resultName: 'Văn bản xác nhận thông tin hộ tịch',
  acceptsPost: true,
};
