import type { Procedure } from '../procedure.ts';
import { IDENTITY, shown, submitted } from './papers.ts';
import { COPY_FEE, feeOf, PUBLICATION, SAME_DAY, workingDays } from './publication.ts';

const CERTIFICATION = { ...PUBLICATION, field: 'Chứng thực' } as const;

// Where the portal shows only part of a line, the list of Decree 23/2015 Art. 24 and 36 was followed.
const OWNERSHIP_PROOF = submitted('ownership-proof', 'Giấy tờ về quyền sở hữu, quyền sử dụng tài sản', {
  originals: 0,
  copies: 1,
  condition: 'Tài sản phải đăng ký',
});

export const COPY_FROM_ORIGINAL: Procedure = {
  ...CERTIFICATION,
  code: '2.000815',
  name: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam; cơ quan, tổ chức có thẩm quyền của nước ngoài; cơ quan, tổ chức có thẩm quyền của Việt Nam liên kết với cơ quan, tổ chức có thẩm quyền của nước ngoài cấp hoặc chứng nhận',
  alias: 'Sao y',
  shortcuts: ['sy'],
  limit: SAME_DAY,
  // Pages of the original are counted, not sheets of the copy.
  fees: [COPY_FEE],
  requiredPapers: [
    shown('original', 'Bản chính cần sao'),
    submitted('copies-to-certify', 'Bản sao cần chứng thực', {
      originals: 0,
      copies: 1,
      condition: 'Khi người yêu cầu đã có sẵn bản sao',
    }),
  ],
  resultName: 'Bản sao được chứng thực từ bản chính',
  acceptsPost: false,
};

export const SIGNATURE: Procedure = {
  ...CERTIFICATION,
  code: '2.000884',
  name: 'Chứng thực chữ ký trong các giấy tờ, văn bản (áp dụng cho cả trường hợp chứng thực điểm chỉ và trường hợp người yêu cầu chứng thực không thể ký, không thể điểm chỉ được)',
  alias: 'Chứng thực chữ ký',
  shortcuts: ['ck', 'ct'],
  limit: SAME_DAY,
  fees: [feeOf('Phí chứng thực chữ ký', 10_000, 'signature')],
  requiredPapers: [IDENTITY, submitted('paper-to-sign', 'Giấy tờ, văn bản sẽ ký')],
  resultName: 'Giấy tờ, văn bản được chứng thực chữ ký',
  acceptsPost: false,
};

export const COPY_FROM_REGISTER: Procedure = {
  ...CERTIFICATION,
  code: '2.000908',
  name: 'Thủ tục cấp bản sao từ sổ gốc',
  alias: 'Sao từ sổ gốc',
  shortcuts: ['sg'],
  limit: SAME_DAY,
  fees: [],
  requiredPapers: [
    IDENTITY,
    shown('relationship-proof', 'Giấy tờ chứng minh quan hệ với người được cấp bản chính', {
      condition: 'Người yêu cầu không phải người được cấp bản chính',
    }),
  ],
  resultName: 'Bản sao cấp từ sổ gốc',
  acceptsPost: true,
};

export const CONTRACT: Procedure = {
  ...CERTIFICATION,
  code: '2.001035',
  name: 'Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở',
  alias: 'Chứng thực hợp đồng',
  shortcuts: ['hd'],
  limit: workingDays(2),
  fees: [feeOf('Phí chứng thực giao dịch', 50_000, 'contract')],
  requiredPapers: [
    submitted('draft-contract', 'Dự thảo hợp đồng, giao dịch'),
    { ...IDENTITY, name: 'Giấy tờ tùy thân có ảnh của các bên' },
    OWNERSHIP_PROOF,
  ],
  resultName: 'Giao dịch được chứng thực',
  acceptsPost: true,
};

export const ESTATE_DIVISION: Procedure = {
  ...CERTIFICATION,
  code: '2.001406',
  name: 'Chứng thực văn bản phân chia di sản mà di sản là động sản, quyền sử dụng đất, nhà ở',
  alias: 'Phân chia di sản',
  shortcuts: ['ds', 'pc'],
  limit: workingDays(2),
  fees: [{ ...feeOf('Phí chứng thực văn bản phân chia di sản', 50_000, 'dossier'), note: 'Tính cho mỗi văn bản' }],
  requiredPapers: [
    submitted('draft-division', 'Dự thảo văn bản phân chia di sản'),
    { ...IDENTITY, name: 'Giấy tờ tùy thân có ảnh của những người thừa kế' },
    OWNERSHIP_PROOF,
  ],
  resultName: 'Văn bản phân chia di sản được chứng thực',
  acceptsPost: true,
};

export const WILL: Procedure = {
  ...CERTIFICATION,
  code: '2.001019',
  name: 'Chứng thực di chúc',
  alias: 'Di chúc',
  shortcuts: ['dc'],
  limit: workingDays(2),
  fees: [{ ...feeOf('Phí chứng thực di chúc', 50_000, 'dossier'), note: 'Tính cho mỗi di chúc' }],
  requiredPapers: [submitted('draft-will', 'Dự thảo di chúc'), IDENTITY, OWNERSHIP_PROOF],
  resultName: 'Di chúc được chứng thực',
  acceptsPost: true,
};

export const INHERITANCE_REFUSAL: Procedure = {
  ...CERTIFICATION,
  code: '2.001016',
  name: 'Chứng thực văn bản từ chối nhận di sản',
  alias: 'Từ chối nhận di sản',
  shortcuts: ['tcd'],
  limit: workingDays(2),
  fees: [{ ...feeOf('Phí chứng thực văn bản từ chối nhận di sản', 50_000, 'dossier'), note: 'Tính cho mỗi văn bản' }],
  requiredPapers: [submitted('draft-refusal', 'Dự thảo văn bản từ chối nhận di sản'), IDENTITY, OWNERSHIP_PROOF],
  resultName: 'Văn bản từ chối nhận di sản được chứng thực',
  acceptsPost: true,
};

export const CONTRACT_AMENDMENT: Procedure = {
  ...CERTIFICATION,
  code: '2.000913',
  name: 'Chứng thực việc sửa đổi, bổ sung, hủy bỏ giao dịch',
  alias: 'Sửa đổi, hủy bỏ hợp đồng',
  shortcuts: ['sdh'],
  // Decree 23/2015 Art. 37 gives a transaction two working days; for changing one the portal promises the same day.
  limit: SAME_DAY,
  fees: [feeOf('Phí chứng thực việc sửa đổi, bổ sung, hủy bỏ giao dịch', 30_000, 'contract')],
  requiredPapers: [
    submitted('certified-contract', 'Giao dịch đã được chứng thực'),
    submitted('draft-amendment', 'Dự thảo văn bản sửa đổi, bổ sung, hủy bỏ'),
    { ...IDENTITY, name: 'Giấy tờ tùy thân có ảnh của các bên' },
    OWNERSHIP_PROOF,
  ],
  resultName: 'Giao dịch được chứng thực',
  acceptsPost: true,
};

export const CONTRACT_ERROR_CORRECTION: Procedure = {
  ...CERTIFICATION,
  code: '2.000927',
  name: 'Sửa lỗi sai sót trong giao dịch',
  alias: 'Sửa lỗi hợp đồng',
  shortcuts: ['slh'],
  limit: SAME_DAY,
  fees: [feeOf('Phí sửa lỗi sai sót trong giao dịch', 25_000, 'contract')],
  requiredPapers: [
    submitted('certified-contract', 'Giao dịch đã được chứng thực'),
    submitted('correction-agreement', 'Văn bản thỏa thuận về việc sửa lỗi sai sót'),
    { ...IDENTITY, name: 'Giấy tờ tùy thân có ảnh của các bên' },
  ],
  resultName: 'Giao dịch được sửa lỗi sai sót',
  acceptsPost: true,
};

export const CONTRACT_COPY: Procedure = {
  ...CERTIFICATION,
  code: '2.000942',
  name: 'Cấp bản sao có chứng thực từ bản chính giao dịch đã được chứng thực',
  alias: 'Bản sao hợp đồng đã chứng thực',
  shortcuts: ['bsh'],
  limit: SAME_DAY,
  fees: [COPY_FEE],
  requiredPapers: [IDENTITY],
  resultName: 'Bản sao giao dịch được chứng thực',
  acceptsPost: false,
};
