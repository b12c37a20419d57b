import type { Procedure } from '../procedure.ts';
import { shown, submitted } from './papers.ts';
import { SINCE_REFORM, workingDays } from './publication.ts';

// The codes are those of 2025; the procedures of 2020 had others, which no source confirms.
const MILITARY = {
  ...SINCE_REFORM,
  field: 'Nghĩa vụ quân sự',
  fees: [],
  limit: workingDays(1),
  acceptsPost: false,
} as const;

const COPY_ONLY = { originals: 0, copies: 1 };
const REGISTRATION_COPY = submitted(
  'registration-copy',
  'Giấy chứng nhận đăng ký nghĩa vụ quân sự hoặc quân nhân dự bị',
  COPY_ONLY,
);
const REGISTRATION_ORIGINAL = shown('registration-original', 'Bản chính của giấy chứng nhận ấy, để đối chiếu');

export const MILITARY_FIRST_REGISTRATION: Procedure = {
  ...MILITARY,
  code: '1.013133',
  name: 'Thủ tục đăng ký nghĩa vụ quân sự lần đầu',
  alias: 'Nghĩa vụ quân sự lần đầu',
  shortcuts: ['nvq'],
  requiredPapers: [
    submitted('health-statement', 'Phiếu tự khai sức khỏe nghĩa vụ quân sự'),
    submitted('identity-copy', 'Bản chụp Căn cước', { ...COPY_ONLY, condition: 'Khi không tra cứu được' }),
  ],
  resultName: 'Giấy chứng nhận đăng ký nghĩa vụ quân sự',
};

export const MILITARY_MOVE_OUT: Procedure = {
  ...MILITARY,
  code: '1.013134',
  name: 'Thủ tục đăng ký nghĩa vụ quân sự chuyển đi khi thay đổi nơi cư trú hoặc nơi làm việc, học tập',
  alias: 'Nghĩa vụ quân sự chuyển đi',
  shortcuts: ['qsd'],
  requiredPapers: [
    REGISTRATION_COPY,
    REGISTRATION_ORIGINAL,
    submitted('move-proof', 'Giấy tờ về nơi cư trú, làm việc, học tập mới', COPY_ONLY),
  ],
  resultName: 'Giấy giới thiệu di chuyển đăng ký nghĩa vụ quân sự hoặc quân nhân dự bị',
};

export const MILITARY_MOVE_IN: Procedure = {
  ...MILITARY,
  code: '1.013137',
  name: 'Thủ tục đăng ký nghĩa vụ quân sự chuyển đến khi thay đổi nơi cư trú hoặc nơi làm việc, học tập',
  alias: 'Nghĩa vụ quân sự chuyển đến',
  shortcuts: ['qsn'],
  requiredPapers: [
    submitted('move-introduction', 'Giấy giới thiệu di chuyển'),
    submitted('reservist-card', 'Phiếu quân nhân dự bị', { condition: 'Quân nhân dự bị' }),
    submitted('move-proof', 'Xác nhận về nơi cư trú hoặc quyết định về nơi làm việc, học tập'),
  ],
  resultName: 'Đăng ký nghĩa vụ quân sự chuyển đến',
};

export const RESERVIST_REGISTRATION: Procedure = {
  ...MILITARY,
  code: '1.013135',
  name: 'Thủ tục đăng ký phục vụ trong ngạch dự bị',
  alias: 'Đăng ký ngạch dự bị',
  shortcuts: ['ndb'],
  requiredPapers: [
    submitted('reservist-card', 'Phiếu quân nhân dự bị'),
    submitted('discharge-decision', 'Quyết định xuất ngũ hoặc thôi phục vụ', COPY_ONLY),
  ],
  resultName: 'Giấy chứng nhận đăng ký quân nhân dự bị',
};

export const MILITARY_SUPPLEMENTARY_REGISTRATION: Procedure = {
  ...MILITARY,
  code: '1.013136',
  name: 'Thủ tục Đăng ký nghĩa vụ quân sự bổ sung',
  alias: 'Nghĩa vụ quân sự bổ sung',
  shortcuts: ['qsb'],
  requiredPapers: [
    REGISTRATION_COPY,
    REGISTRATION_ORIGINAL,
    submitted('changes-proof', 'Giấy tờ về chức vụ, trình độ hoặc thay đổi khác', COPY_ONLY),
  ],
  resultName: 'Bổ sung vào sổ đăng ký nghĩa vụ quân sự',
};

export const MILITARY_ABSENCE: Procedure = {
  ...MILITARY,
  code: '1.013138',
  name: 'Thủ tục đăng ký nghĩa vụ quân sự tạm vắng',
  alias: 'Nghĩa vụ quân sự tạm vắng',
  shortcuts: ['qst'],
  requiredPapers: [REGISTRATION_COPY, REGISTRATION_ORIGINAL],
  resultName: 'Đăng ký nghĩa vụ quân sự tạm vắng',
};
