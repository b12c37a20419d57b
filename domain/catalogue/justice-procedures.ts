import type { Procedure } from '../procedure.ts';
import { submitted } from './papers.ts';
import { NO_LIMIT, PUBLICATION, workingDays } from './publication.ts';

const MEDIATION = { ...PUBLICATION, field: 'Hòa giải ở cơ sở', fees: [], acceptsPost: true } as const;

export const MEDIATOR_RECOGNITION: Procedure = {
  ...MEDIATION,
  code: '1.002211',
  name: 'Thủ tục công nhận hòa giải viên (cấp xã)',
  alias: 'Công nhận hòa giải viên',
  shortcuts: ['hgv'],
  limit: workingDays(5),
  requiredPapers: [
    submitted('vote-minutes', 'Biên bản bầu hòa giải viên'),
    submitted('nominee-list', 'Danh sách người được đề nghị công nhận'),
  ],
  resultName: 'Quyết định công nhận hòa giải viên',
};

export const MEDIATOR_RESIGNATION: Procedure = {
  ...MEDIATION,
  code: '2.000930',
  name: 'Thủ tục thôi làm hòa giải viên (cấp xã)',
  alias: 'Thôi làm hòa giải viên',
  shortcuts: ['thg'],
  limit: workingDays(5),
  requiredPapers: [
    submitted('resignation-report', 'Báo cáo về việc thôi làm hòa giải viên'),
    submitted('resignation-proposal', 'Văn bản đề nghị ra quyết định thôi làm hòa giải viên'),
  ],
  resultName: 'Quyết định thôi làm hòa giải viên',
};

export const MEDIATION_LEADER_RECOGNITION: Procedure = {
  ...MEDIATION,
  code: '2.000950',
  name: 'Thủ tục công nhận tổ trưởng tổ hòa giải (cấp xã)',
  alias: 'Công nhận tổ trưởng tổ hòa giải',
  shortcuts: ['thh'],
  limit: workingDays(5),
  requiredPapers: [
    submitted('vote-minutes', 'Biên bản bầu tổ trưởng tổ hòa giải'),
    submitted('leader-proposal', 'Văn bản đề nghị công nhận tổ trưởng'),
  ],
  resultName: 'Quyết định công nhận tổ trưởng tổ hòa giải',
};

export const MEDIATOR_ACCIDENT_AID: Procedure = {
  ...MEDIATION,
  code: '2.000424',
  name: 'Thủ tục thực hiện hỗ trợ khi hòa giải viên gặp tai nạn hoặc rủi ro ảnh hưởng đến sức khỏe, tính mạng trong khi thực hiện hoạt động hòa giải',
  alias: 'Hỗ trợ hòa giải viên gặp tai nạn',
  shortcuts: ['htn'],
  limit: workingDays(7),
  requiredPapers: [
    submitted('aid-request', 'Giấy đề nghị hỗ trợ'),
    submitted('accident-minutes', 'Biên bản xác nhận tình trạng bị tai nạn'),
    submitted('hospital-papers', 'Giấy ra viện, hóa đơn khám bệnh, chữa bệnh', { condition: 'Khi đã chữa bệnh' }),
    submitted('income-proof', 'Giấy tờ về thu nhập thực tế', { condition: 'Khi có thu nhập bị mất hoặc giảm' }),
    submitted('death-certificate', 'Giấy chứng tử', {
      originals: 0,
      copies: 1,
      condition: 'Hòa giải viên đã chết mà không tra cứu được',
    }),
  ],
  resultName: 'Quyết định hỗ trợ hòa giải viên',
};

export const MEDIATOR_PAY: Procedure = {
  ...MEDIATION,
  code: '2.002080',
  name: 'Thủ tục thanh toán thù lao cho hòa giải viên',
  alias: 'Thù lao hòa giải viên',
  shortcuts: ['tlh'],
  limit: workingDays(5),
  requiredPapers: [submitted('pay-request', 'Giấy đề nghị thanh toán thù lao')],
  resultName: 'Quyết định thanh toán thù lao cho hòa giải viên',
};

export const DAMAGES_CLAIM: Procedure = {
  ...PUBLICATION,
  field: 'Bồi thường nhà nước',
  code: '2.002165',
  name: 'Giải quyết yêu cầu bồi thường tại cơ quan trực tiếp quản lý người thi hành công vụ gây thiệt hại (cấp xã)',
  alias: 'Bồi thường nhà nước',
  shortcuts: ['btn'],
  // The law gives each step days of its own (verify, negotiate, decide); the portal publishes no total.
  limit: NO_LIMIT,
  fees: [],
  requiredPapers: [
    submitted('damages-claim', 'Văn bản yêu cầu bồi thường'),
    submitted('claimant-identity', 'Giấy tờ chứng minh nhân thân của người yêu cầu', { originals: 0, copies: 1 }),
    submitted('grounds', 'Văn bản làm căn cứ yêu cầu bồi thường', {
      originals: 0,
      copies: 1,
      condition: 'Khi người bị thiệt hại có văn bản đó',
    }),
    submitted('evidence', 'Tài liệu, chứng cứ liên quan', { originals: 0, copies: 1, condition: 'Khi có' }),
    submitted('representation', 'Văn bản ủy quyền hoặc giấy tờ thừa kế', {
      originals: 0,
      copies: 1,
      condition: 'Người khác yêu cầu thay hoặc người bị thiệt hại đã chết',
    }),
  ],
  resultName: 'Quyết định giải quyết bồi thường',
  acceptsPost: true,
};
