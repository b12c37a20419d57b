import type { Procedure } from '../procedure.ts';
import { UPSTREAM_PUBLICATION } from './upstream-publication.ts';
import { AUTHORISATION, declaration, IDENTITY, RESIDENCE, submitted } from './papers.ts';
import { CIVIL_STATUS_DUTY, SAME_DAY, workingDays } from './publication.ts';

const CIVIL_STATUS = {
  ...UPSTREAM_PUBLICATION,
  field: 'Hộ tịch',
  fees: [CIVIL_STATUS_DUTY],
  acceptsPost: true,
} as const;

const ONE_COPY = { originals: 0, copies: 1 } as const;

/**
 * Notes of what a foreign body decided (ghi chú), and registrations of what was registered before, with a foreign element:
 * the rest of the civil status that the body above kept until 30 June 2025.
 */
export const UPSTREAM_CIVIL_STATUS_NOTES: readonly Procedure[] = [
  {
    ...CIVIL_STATUS,
    code: '2.002189',
    name: 'Thủ tục ghi vào Sổ hộ tịch việc kết hôn của công dân Việt Nam đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài',
    alias: 'Ghi chú kết hôn',
    shortcuts: ['gckh'],
    limit: workingDays(5),
    requiredPapers: [
      declaration('Tờ khai ghi chú kết hôn'),
      submitted('foreign-marriage-paper', 'Bản sao giấy kết hôn do cơ quan nước ngoài cấp', ONE_COPY),
      submitted('divorce-note', 'Trích lục ghi chú ly hôn, hủy việc kết hôn', {
        condition: 'Đã ly hôn, hủy kết hôn ở nước ngoài',
      }),
      IDENTITY,
      RESIDENCE,
      AUTHORISATION,
    ],
    resultName: 'Trích lục ghi chú kết hôn',
  },
  {
    ...CIVIL_STATUS,
    code: '2.000554',
    name: 'Thủ tục ghi vào Sổ hộ tịch việc ly hôn, hủy việc kết hôn của công dân Việt Nam đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài',
    alias: 'Ghi chú ly hôn',
    shortcuts: ['gclh'],
    limit: workingDays(5),
    requiredPapers: [
      declaration('Tờ khai ghi chú ly hôn'),
      submitted('foreign-divorce-paper', 'Bản sao bản án, quyết định ly hôn, hủy kết hôn của nước ngoài', ONE_COPY),
      IDENTITY,
      { ...RESIDENCE, condition: 'Từ nước ngoài về thường trú, khi phải xác định thẩm quyền' },
      AUTHORISATION,
    ],
    resultName: 'Trích lục ghi chú ly hôn',
  },
  {
    ...CIVIL_STATUS,
    code: '2.000547',
    name: 'Thủ tục ghi vào Sổ hộ tịch việc hộ tịch khác của công dân Việt Nam đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài (khai sinh; giám hộ; nhận cha, mẹ, con; xác định cha, mẹ, con; nuôi con nuôi; khai tử; thay đổi hộ tịch)',
    alias: 'Ghi chú việc hộ tịch khác',
    shortcuts: ['gck'],
    limit: SAME_DAY,
    requiredPapers: [
      declaration('Tờ khai ghi vào Sổ hộ tịch, theo loại việc'),
      submitted('foreign-paper', 'Bản sao giấy tờ hộ tịch do cơ quan nước ngoài cấp', ONE_COPY),
      IDENTITY,
      RESIDENCE,
      AUTHORISATION,
    ],
    resultName: 'Trích lục ghi vào Sổ hộ tịch',
  },
  {
    ...CIVIL_STATUS,
    code: '2.000522',
    name: 'Thủ tục đăng ký lại khai sinh có yếu tố nước ngoài',
    alias: 'Khai sinh lại, yếu tố nước ngoài',
    shortcuts: ['lksnn'],
    limit: workingDays(5),
    requiredPapers: [
      declaration('Tờ khai đăng ký lại khai sinh, có cam đoan'),
      submitted('papers-about-birth', 'Giấy tờ đang có ghi nội dung khai sinh', ONE_COPY),
      submitted('old-birth-certificate', 'Giấy tờ thay Giấy khai sinh cấp trước 1945 hoặc 1975', {
        ...ONE_COPY,
        condition: 'Khi còn giữ',
      }),
      IDENTITY,
      RESIDENCE,
      AUTHORISATION,
    ],
    resultName: 'Giấy khai sinh',
  },
  {
    ...CIVIL_STATUS,
    code: '1.000893',
    name: 'Thủ tục đăng ký khai sinh có yếu tố nước ngoài cho người đã có hồ sơ, giấy tờ cá nhân',
    alias: 'Khai sinh muộn, yếu tố nước ngoài',
    shortcuts: ['ksgt'],
    limit: workingDays(5),
    requiredPapers: [
      declaration('Tờ khai đăng ký khai sinh'),
      submitted('not-registered-pledge', 'Văn bản cam đoan chưa được đăng ký khai sinh'),
      submitted('personal-papers', 'Bản sao hồ sơ, giấy tờ cá nhân có thông tin khai sinh', ONE_COPY),
      IDENTITY,
      RESIDENCE,
      AUTHORISATION,
    ],
    resultName: 'Giấy khai sinh',
  },
  {
    ...CIVIL_STATUS,
    code: '2.000513',
    name: 'Thủ tục đăng ký lại kết hôn có yếu tố nước ngoài',
    alias: 'Kết hôn lại, yếu tố nước ngoài',
    shortcuts: ['lkhnn'],
    limit: workingDays(5),
    requiredPapers: [
      declaration('Tờ khai đăng ký lại kết hôn'),
      submitted('papers-about-marriage', 'Giấy tờ cá nhân có thông tin kết hôn', ONE_COPY),
      IDENTITY,
      RESIDENCE,
    ],
    resultName: 'Giấy chứng nhận kết hôn',
  },
  {
    ...CIVIL_STATUS,
    code: '2.000497',
    name: 'Thủ tục đăng ký lại khai tử có yếu tố nước ngoài',
    alias: 'Khai tử lại, yếu tố nước ngoài',
    shortcuts: ['lktnn'],
    limit: workingDays(5),
    requiredPapers: [
      declaration('Tờ khai đăng ký lại khai tử'),
      submitted('papers-about-death', 'Giấy tờ chứng minh việc chết', ONE_COPY),
      IDENTITY,
      RESIDENCE,
      AUTHORISATION,
    ],
    resultName: 'Trích lục khai tử',
  },
];
