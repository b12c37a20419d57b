import type { Procedure } from '../procedure.ts';
import { submitted } from './papers.ts';
import { PUBLICATION, workingDays } from './publication.ts';

// Codes from the portals of Đà Nẵng (2020) and Lào Cai, papers and limits by Circular 01/2019/TT-BLĐTBXH as the national portal
// and communes published them at the time. Provinces have since shortened both limits.
const DISABILITY = { ...PUBLICATION, field: 'Bảo trợ xã hội', isRestricted: true } as const;

export const DISABILITY_ASSESSMENT: Procedure = {
  ...DISABILITY,
  code: '1.001699',
  name: 'Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật',
  alias: 'Xác định khuyết tật',
  shortcuts: ['xkt'],
  limit: workingDays(25),
  fees: [],
  requiredPapers: [
    submitted('application', 'Đơn đề nghị xác định mức độ khuyết tật'),
    submitted('medical-papers', 'Giấy tờ y tế chứng minh khuyết tật', {
      originals: 0,
      copies: 1,
      condition: 'Khi có',
    }),
    submitted('medical-board-conclusion', 'Kết luận của Hội đồng Giám định y khoa', {
      originals: 0,
      copies: 1,
      condition: 'Đã giám định trước ngày 01/6/2012',
    }),
    submitted('earlier-confirmation', 'Giấy xác nhận khuyết tật đã cấp', { condition: 'Khi xác định lại' }),
  ],
  resultName: 'Giấy xác nhận khuyết tật',
};

export const DISABILITY_CARD_RENEWAL: Procedure = {
  ...DISABILITY,
  code: '1.001653',
  name: 'Đổi, cấp lại Giấy xác nhận khuyết tật',
  alias: 'Cấp lại Giấy xác nhận khuyết tật',
  shortcuts: ['lxk'],
  limit: workingDays(5),
  fees: [],
  requiredPapers: [submitted('application', 'Đơn đề nghị đổi, cấp lại Giấy xác nhận khuyết tật')],
  resultName: 'Giấy xác nhận khuyết tật',
};
