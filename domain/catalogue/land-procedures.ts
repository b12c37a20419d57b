import type { Procedure } from '../procedure.ts';
import { submitted } from './papers.ts';
import { calendarDays, SINCE_REFORM } from './publication.ts';

export const LAND_DISPUTE_MEDIATION: Procedure = {
  // The code came with the Land Law of 2024; that of 2020 no source confirms, and its limit was 45 days.
  ...SINCE_REFORM,
  field: 'Đất đai',
  code: '1.012812',
  name: 'Hòa giải tranh chấp đất đai',
  alias: 'Hòa giải tranh chấp đất đai',
  shortcuts: ['hgd'],
  // The portal gives each way of filing a limit of its own.
  limit: calendarDays(40),
  limitByChannel: { post: calendarDays(30) },
  fees: [],
  requiredPapers: [
    submitted('mediation-request', 'Đơn yêu cầu hòa giải tranh chấp đất đai'),
    submitted('land-papers', 'Giấy tờ liên quan đến việc sử dụng đất', {
      originals: 0,
      copies: 1,
      condition: 'Khi có',
    }),
  ],
  resultName: 'Biên bản hòa giải tranh chấp đất đai',
  acceptsPost: true,
};
