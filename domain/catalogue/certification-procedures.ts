import type { Procedure } from '../procedure.ts';
import { IDENTITY, shown, submitted } from './papers.ts';
import { FREE, PUBLICATION, SAME_DAY, workingDays } from './publication.ts';

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
  fee: { amountVnd: 2_000, per: 'page', note: 'Từ trang thứ ba 1.000 đ/trang; nhiều nhất 200.000 đ/bản' },
  requiredPapers: [
    shown('original', 'Bản chính cần sao'),
    submitted('copies-to-certify', 'Bản sao cần chứng thực', {
      originals: 0,
      copies: 1,
      condition: 'Khi người yêu cầu đã có sẵn bản sao',
    }),
  ],
  resultName: 'Bản sao được chứng thực từ bản chính',
};

export const SIGNATURE: Procedure = {
  ...CERTIFICATION,
  code: '2.000884',
  name: 'Chứng thực chữ ký trong các giấy tờ, văn bản (áp dụng cho cả trường hợp chứng thực điểm chỉ và trường hợp người yêu cầu chứng thực không thể ký, không thể điểm chỉ được)',
  alias: 'Chứng thực chữ ký',
  shortcuts: ['ck', 'ct'],
  limit: SAME_DAY,
  fee: { amountVnd: 10_000, per: 'signature' },
  requiredPapers: [IDENTITY, submitted('paper-to-sign', 'Giấy tờ, văn bản sẽ ký')],
  resultName: 'Giấy tờ, văn bản được chứng thực chữ ký',
};

export const COPY_FROM_REGISTER: Procedure = {
  ...CERTIFICATION,
  code: '2.000908',
  name: 'Thủ tục cấp bản sao từ sổ gốc',
  alias: 'Sao từ sổ gốc',
  shortcuts: ['sg'],
  limit: SAME_DAY,
  fee: FREE,
  requiredPapers: [
    IDENTITY,
    shown('relationship-proof', 'Giấy tờ chứng minh quan hệ với người được cấp bản chính', {
      condition: 'Người yêu cầu không phải người được cấp bản chính',
    }),
  ],
  resultName: 'Bản sao cấp từ sổ gốc',
};

export const CONTRACT: Procedure = {
  ...CERTIFICATION,
  code: '2.001035',
  name: 'Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở',
  alias: 'Chứng thực hợp đồng',
  shortcuts: ['hd'],
  limit: workingDays(2),
  fee: { amountVnd: 50_000, per: 'contract' },
  requiredPapers: [
    submitted('draft-contract', 'Dự thảo hợp đồng, giao dịch'),
    { ...IDENTITY, name: 'Giấy tờ tùy thân có ảnh của các bên' },
    OWNERSHIP_PROOF,
  ],
  resultName: 'Giao dịch được chứng thực',
};

export const ESTATE_DIVISION: Procedure = {
  ...CERTIFICATION,
  code: '2.001406',
  name: 'Chứng thực văn bản phân chia di sản mà di sản là động sản, quyền sử dụng đất, nhà ở',
  alias: 'Phân chia di sản',
  shortcuts: ['ds', 'pc'],
  limit: workingDays(2),
  fee: { amountVnd: 50_000, per: 'dossier', note: 'Tính cho mỗi văn bản' },
  requiredPapers: [
    submitted('draft-division', 'Dự thảo văn bản phân chia di sản'),
    { ...IDENTITY, name: 'Giấy tờ tùy thân có ảnh của những người thừa kế' },
    OWNERSHIP_PROOF,
  ],
  resultName: 'Văn bản phân chia di sản được chứng thực',
};

export const WILL: Procedure = {
  ...CERTIFICATION,
  code: '2.001019',
  name: 'Chứng thực di chúc',
  alias: 'Di chúc',
  shortcuts: ['dc'],
  limit: workingDays(2),
  fee: { amountVnd: 50_000, per: 'dossier', note: 'Tính cho mỗi di chúc' },
  requiredPapers: [submitted('draft-will', 'Dự thảo di chúc'), IDENTITY, OWNERSHIP_PROOF],
  resultName: 'Di chúc được chứng thực',
};
