import type { Procedure } from '../procedure.ts';
import { AUTHORISATION, declaration, EMPLOYER_CONFIRMATION, IDENTITY, RESIDENCE, submitted } from './papers.ts';
import { CIVIL_STATUS, CIVIL_STATUS_DUTY, workingDays } from './publication.ts';

export const BIRTH_RE_REGISTRATION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.004884',
  name: 'Thủ tục đăng ký lại khai sinh',
  alias: 'Đăng ký lại khai sinh',
  shortcuts: ['lks'],
  limit: workingDays(5),
  fees: [CIVIL_STATUS_DUTY],
  requiredPapers: [
    declaration('Tờ khai đăng ký lại khai sinh, có cam đoan'),
    submitted('papers-about-birth', 'Giấy tờ đang có ghi nội dung khai sinh', { originals: 0, copies: 1 }),
    IDENTITY,
    submitted('old-birth-certificate', 'Giấy khai sinh cũ hoặc giấy thay thế', {
      originals: 0,
      copies: 1,
      condition: 'Khi còn giữ',
    }),
    EMPLOYER_CONFIRMATION,
    RESIDENCE,
    AUTHORISATION,
  ],
  resultName: 'Giấy khai sinh',
  acceptsPost: true,
};

export const BIRTH_FROM_PERSONAL_PAPERS: Procedure = {
  ...CIVIL_STATUS,
  code: '1.004772',
  name: 'Thủ tục đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân',
  alias: 'Khai sinh người đã có giấy tờ',
  shortcuts: ['ksg'],
  limit: workingDays(5),
  fees: [CIVIL_STATUS_DUTY],
  requiredPapers: [
    declaration('Tờ khai đăng ký khai sinh'),
    submitted('never-registered-pledge', 'Văn bản cam đoan chưa đăng ký khai sinh'),
    submitted('papers-about-birth', 'Giấy tờ cá nhân có thông tin khai sinh', { originals: 0, copies: 1 }),
    IDENTITY,
    EMPLOYER_CONFIRMATION,
    RESIDENCE,
    AUTHORISATION,
  ],
  resultName: 'Giấy khai sinh',
  acceptsPost: true,
};

export const MARRIAGE_RE_REGISTRATION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.004746',
  name: 'Thủ tục đăng ký lại kết hôn',
  alias: 'Đăng ký lại kết hôn',
  shortcuts: ['lkh'],
  limit: workingDays(5),
  fees: [CIVIL_STATUS_DUTY],
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
  acceptsPost: true,
};

export const DEATH_RE_REGISTRATION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.005461',
  name: 'Đăng ký lại khai tử',
  alias: 'Đăng ký lại khai tử',
  shortcuts: ['lkt'],
  limit: workingDays(5),
  fees: [CIVIL_STATUS_DUTY],
  requiredPapers: [
    declaration('Tờ khai đăng ký lại khai tử'),
    submitted('papers-about-death', 'Giấy tờ có nội dung chứng minh việc chết', { originals: 0, copies: 1 }),
    IDENTITY,
    RESIDENCE,
    AUTHORISATION,
  ],
  resultName: 'Trích lục khai tử',
  acceptsPost: true,
};
