import type { Procedure } from '../procedure.ts';
import { submitted } from './papers.ts';
import { NO_LIMIT, PUBLICATION } from './publication.ts';

export const FESTIVAL_NOTICE: Procedure = {
  ...PUBLICATION,
  field: 'Văn hóa',
  code: '1.003622',
  name: 'Thủ tục thông báo tổ chức lễ hội cấp xã',
  alias: 'Thông báo tổ chức lễ hội',
  shortcuts: ['lh'],
  // A notice. Of its limit, fee and further papers nothing published was found.
  limit: NO_LIMIT,
  fees: [],
  requiredPapers: [submitted('festival-notice', 'Văn bản thông báo tổ chức lễ hội')],
  resultName: 'Văn bản trả lời về việc tổ chức lễ hội',
};
