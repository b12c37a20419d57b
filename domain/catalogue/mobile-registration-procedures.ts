import type { Procedure } from '../procedure.ts';
import {
  BIRTH_CERTIFICATE,
  declaration,
  IDENTITY,
  RESIDENCE,
  shown,
  submitted,
  SURROGACY_CONFIRMATION,
} from './papers.ts';
import { CIVIL_STATUS, workingDays } from './publication.ts';

export const MOBILE_BIRTH_REGISTRATION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.003583',
  name: 'Thủ tục đăng ký khai sinh lưu động',
  alias: 'Khai sinh lưu động',
  shortcuts: ['ksl'],
  limit: workingDays(5),
  fees: [],
  requiredPapers: [
    declaration('Tờ khai đăng ký khai sinh'),
    BIRTH_CERTIFICATE,
    IDENTITY,
    shown('marriage-certificate', 'Giấy chứng nhận kết hôn của cha mẹ', {
      condition: 'Cha mẹ đã đăng ký kết hôn mà không tra cứu được',
    }),
    SURROGACY_CONFIRMATION,
    RESIDENCE,
  ],
  resultName: 'Giấy khai sinh',
  acceptsPost: false,
};

export const MOBILE_MARRIAGE_REGISTRATION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.000593',
  name: 'Thủ tục đăng ký kết hôn lưu động',
  alias: 'Kết hôn lưu động',
  shortcuts: ['khl'],
  limit: workingDays(5),
  fees: [],
  requiredPapers: [
    declaration('Tờ khai đăng ký kết hôn của hai bên'),
    { ...IDENTITY, name: 'Giấy tờ tùy thân có ảnh của hai bên' },
    RESIDENCE,
  ],
  resultName: 'Giấy chứng nhận kết hôn',
  acceptsPost: false,
};

export const MOBILE_DEATH_REGISTRATION: Procedure = {
  ...CIVIL_STATUS,
  code: '1.000419',
  name: 'Thủ tục đăng ký khai tử lưu động',
  alias: 'Khai tử lưu động',
  shortcuts: ['ktl'],
  limit: workingDays(5),
  fees: [],
  requiredPapers: [
    declaration('Tờ khai đăng ký khai tử'),
    submitted('death-notice', 'Giấy báo tử hoặc giấy tờ thay thế'),
    IDENTITY,
    { ...RESIDENCE, name: 'Giấy tờ về nơi cư trú cuối cùng hoặc nơi chết' },
  ],
  resultName: 'Trích lục khai tử',
  acceptsPost: false,
};
