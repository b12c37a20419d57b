import type { Procedure } from '../procedure.ts';
import { UPSTREAM_PUBLICATION } from './upstream-publication.ts';
import { IDENTITY, submitted } from './papers.ts';
import { feeOf, SAME_DAY } from './publication.ts';

const TRANSLATOR_SIGNATURE = {
  ...UPSTREAM_PUBLICATION,
  field: 'Chứng thực',
  limit: SAME_DAY,
  fees: [feeOf('Phí chứng thực chữ ký người dịch', 10_000, 'signature')],
  resultName: 'Giấy tờ, văn bản được chứng thực chữ ký người dịch',
  acceptsPost: false,
} as const;

const TRANSLATION = submitted('translation', 'Bản dịch kèm giấy tờ, văn bản cần dịch');

/**
 * The signature of a translator. The names are those of the time, when the collaborators were the district's justice office's
 * (Circular 20/2015/TT-BTP, Circular 01/2020/TT-BTP); the portal's name of 2026 stands in the version of the commune.
 */
export const UPSTREAM_CERTIFICATION: readonly Procedure[] = [
  {
    ...TRANSLATOR_SIGNATURE,
    code: '2.000992',
    name: 'Chứng thực chữ ký người dịch mà người dịch là cộng tác viên dịch thuật của Phòng Tư pháp',
    alias: 'Chữ ký người dịch, cộng tác viên',
    shortcuts: ['ndct'],
    requiredPapers: [TRANSLATION],
  },
  {
    ...TRANSLATOR_SIGNATURE,
    code: '2.001008',
    name: 'Chứng thực chữ ký người dịch mà người dịch không phải là cộng tác viên dịch thuật của Phòng Tư pháp',
    alias: 'Chữ ký người dịch, không cộng tác viên',
    shortcuts: ['ndkc'],
    requiredPapers: [
      { ...IDENTITY, name: 'Giấy tờ tùy thân có ảnh của người dịch' },
      TRANSLATION,
      submitted(
        'language-degree',
        'Bản sao chứng thực bằng cử nhân ngoại ngữ hoặc bằng đại học về thứ tiếng cần dịch',
        {
          originals: 0,
          copies: 1,
          condition: 'Trừ ngôn ngữ không phổ biến',
        },
      ),
      submitted('language-pledge', 'Cam kết thông thạo thứ tiếng cần dịch', {
        condition: 'Ngôn ngữ không phổ biến, không có bằng',
      }),
    ],
  },
];
