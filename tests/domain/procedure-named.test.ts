import { expect, test } from 'vitest';
import { isNamedBy } from '../../domain/procedure-named.ts';

const BIRTH = {
  code: '1.001193',
  name: 'Thủ tục đăng ký khai sinh',
  alias: 'Khai sinh',
  shortcuts: ['ks'],
};

test.each(['ks', 'khai', 'Khai sinh', 'KHAI SI', 'dang ky khai', 'sinh khai', '1193', '1.001193'])(
  '"%s" names the registration of births',
  (text) => expect(isNamedBy(BIRTH, text)).toBe(true),
);

test.each(['k', 'kh', 'sinh', 'dang', 'dkks', 'khai tu', '119', '', 'nguyen van khai'])(
  '"%s" may be anything, and is not taken for it',
  (text) => expect(isNamedBy(BIRTH, text)).toBe(false),
);
