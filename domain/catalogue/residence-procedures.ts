import type { ExemptionReason, FeeRule } from '../fees/fee-rule.ts';
import type { Procedure } from '../procedure.ts';
import { declaration, submitted } from './papers.ts';
import { dutyOf, SINCE_REFORM, workingDays } from './publication.ts';

// In 2020 the Law on residence of 2006 gave other limits, and the police took these in at their own place; since the reform
// they sit at the counter of the commune (Decree 118/2025).
const RESIDENCE_FIELD = { ...SINCE_REFORM, field: 'Đăng ký, quản lý cư trú', acceptsPost: false } as const;

const CHANGE_FORM = declaration('Tờ khai thay đổi thông tin cư trú');

const EXEMPT: readonly ExemptionReason[] = [
  'child',
  'elderly',
  'disabled',
  'meritorious-family',
  'poor-household',
  'ethnic-minority-in-hardship-area',
];

type Amounts = { readonly direct: number; readonly online: number; readonly note?: string };

/** Circular 75/2022/TT-BTC: who files online pays less. What the portal shows for temporary residence is the rate of a list. */
function residenceDuties(amounts: Amounts): readonly FeeRule[] {
  const terms = { exempt: EXEMPT, ...(amounts.note === undefined ? {} : { note: amounts.note }) };
  return [
    dutyOf('Lệ phí đăng ký cư trú', amounts.direct, { ...terms, channels: ['direct', 'post'] }),
    { ...dutyOf('Lệ phí đăng ký cư trú', amounts.online, { ...terms, channels: ['online'] }), id: 'duty-online' },
  ];
}

export const PERMANENT_RESIDENCE: Procedure = {
  ...RESIDENCE_FIELD,
  code: '1.004222',
  name: 'Đăng ký thường trú',
  alias: 'Đăng ký thường trú',
  shortcuts: ['tt', 'dtt'],
  limit: workingDays(7),
  fees: residenceDuties({ direct: 20_000, online: 10_000 }),
  requiredPapers: [
    CHANGE_FORM,
    submitted('lawful-dwelling', 'Giấy tờ chứng minh chỗ ở hợp pháp', { condition: 'Khi không tra cứu được' }),
    submitted('kinship-proof', 'Giấy tờ chứng minh quan hệ với chủ hộ', {
      condition: 'Về ở với người thân mà không tra cứu được',
    }),
    submitted('lease', 'Hợp đồng thuê, mượn, ở nhờ được công chứng hoặc chứng thực', {
      condition: 'Ở nhà thuê, mượn, ở nhờ',
    }),
    submitted('care-papers', 'Đề nghị của cơ sở trợ giúp xã hội và giấy tờ nhận chăm sóc', {
      condition: 'Ở cơ sở trợ giúp xã hội',
    }),
    submitted('faith-papers', 'Giấy tờ về nhà tu hành và nhà ở trong cơ sở tôn giáo, tín ngưỡng', {
      condition: 'Ở cơ sở tôn giáo, tín ngưỡng',
    }),
    submitted('vessel-papers', 'Đăng ký, kiểm định phương tiện và xác nhận nơi đậu, đỗ', {
      condition: 'Ở trên phương tiện lưu động',
    }),
    submitted('unit-introduction', 'Giấy giới thiệu của đơn vị', { condition: 'Quân đội, Công an' }),
  ],
  resultName: 'Thông báo kết quả đăng ký thường trú',
};

export const TEMPORARY_RESIDENCE: Procedure = {
  ...RESIDENCE_FIELD,
  code: '1.004194',
  name: 'Đăng ký tạm trú',
  alias: 'Đăng ký tạm trú',
  shortcuts: ['tmt'],
  limit: workingDays(3),
  fees: residenceDuties({
    direct: 15_000,
    online: 7_000,
    note: 'Theo danh sách: 10.000 đ/người, trực tuyến 5.000 đ/người',
  }),
  requiredPapers: [
    CHANGE_FORM,
    submitted('lawful-dwelling', 'Giấy tờ chứng minh chỗ ở hợp pháp', { condition: 'Khi không tra cứu được' }),
    submitted('residents-list', 'Văn bản đề nghị kèm danh sách người tạm trú', { condition: 'Đăng ký theo danh sách' }),
    submitted('unit-introduction', 'Giấy giới thiệu của đơn vị', { condition: 'Quân đội, Công an' }),
  ],
  resultName: 'Thông báo kết quả đăng ký tạm trú',
};

export const PERMANENT_RESIDENCE_DELETION: Procedure = {
  ...RESIDENCE_FIELD,
  code: '1.003197',
  name: 'Xóa đăng ký thường trú',
  alias: 'Xóa thường trú',
  shortcuts: ['xtt'],
  limit: workingDays(5),
  fees: [],
  requiredPapers: [
    CHANGE_FORM,
    submitted('grounds', 'Giấy tờ chứng minh thuộc trường hợp xóa', { condition: 'Khi không tra cứu được' }),
  ],
  resultName: 'Thông báo kết quả xóa đăng ký thường trú',
};

export const ABSENCE_NOTICE: Procedure = {
  ...RESIDENCE_FIELD,
  code: '1.003677',
  name: 'Khai báo tạm vắng',
  alias: 'Khai báo tạm vắng',
  shortcuts: ['tv'],
  limit: workingDays(1),
  fees: [],
  requiredPapers: [
    submitted('absence-request', 'Đề nghị khai báo tạm vắng'),
    submitted('supervisor-consent', 'Văn bản đồng ý của cơ quan giám sát, quản lý, giáo dục', {
      condition: 'Người đang bị giám sát, quản lý, giáo dục',
    }),
  ],
  resultName: 'Thông báo kết quả khai báo tạm vắng',
};

export const STAY_NOTICE: Procedure = {
  ...RESIDENCE_FIELD,
  code: '2.001159',
  name: 'Thông báo lưu trú',
  alias: 'Thông báo lưu trú',
  shortcuts: ['ltr'],
  limit: { kind: 'hours', hours: 1 },
  fees: [],
  requiredPapers: [submitted('stay-notice', 'Nội dung thông báo về người đến lưu trú')],
  resultName: 'Cập nhật thông tin lưu trú',
};
