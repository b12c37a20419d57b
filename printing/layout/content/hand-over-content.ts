import type { HandOverSlip } from '../../../domain/slips/hand-over-slip.ts';
import type { ReprintMark } from '../../../domain/slips/reprint-mark.ts';
import { unreachable } from '../../../domain/result.ts';
import { fact, keyFact, RULE, type Signer, type SlipBlock } from '../slip-block.ts';
import { bodyOf, known, momentInWords, money, shortDate, unbroken } from '../slip-wording.ts';
import { opening } from './opening.ts';

/** What the receiver of a result takes home (phiếu trả kết quả). No national form has it; the wording is our own. */
export function handOverContent(slip: HandOverSlip, reprint: ReprintMark | undefined): readonly SlipBlock[] {
  return [
    ...opening({ ...slip, title: ['PHIẾU TRẢ KẾT QUẢ', 'GIẢI QUYẾT HỒ SƠ'] }, reprint),
    RULE,
    fact('Chủ hồ sơ:', known(slip.applicantName)),
    fact('Nội dung yêu cầu giải quyết:', known(slip.procedureName)),
    ...resultFacts(slip),
    RULE,
    keyFact('Người nhận kết quả:', slip.receiverName),
    fact('Tư cách:', RELATIONS[slip.relation]),
    fact('Giấy tờ tùy thân, số:', maskedTail(slip.receiverIdTail)),
    fact('Hình thức trả:', wayInWords(slip)),
    fact('Thời gian trả:', momentInWords(slip.at)),
    fact('Phí, lệ phí đã nộp:', paidInWords(slip)),
    RULE,
    { kind: 'signatures', signers: signersOf(slip) },
    {
      kind: 'qr',
      code: slip.scanCode,
      hint: `Giữ phiếu này cùng kết quả. Cần hỏi lại, xin đọc ${whatToTell(slip)}.`,
    },
  ];
}

const RELATIONS: Readonly<Record<HandOverSlip['relation'], string>> = {
  applicant: 'chủ hồ sơ',
  submitter: 'người nộp hồ sơ',
  authorised: 'người được ủy quyền',
};

/** Without a number of the dossier there are only the digits, which every slip has. */
function whatToTell({ dossierNumber, unit }: HandOverSlip): string {
  return dossierNumber === undefined ? unbroken('16 chữ số') + ' dưới mã vạch' : `mã hồ sơ cho ${bodyOf(unit.name)}`;
}

function resultFacts({ result, resultName = '', isRefusal }: HandOverSlip): readonly SlipBlock[] {
  const label = isRefusal ? 'Văn bản từ chối giải quyết:' : 'Kết quả:';
  if (!result) return [fact(label, known(''))];
  const parts = [
    isRefusal ? '' : resultName,
    result.number === '' ? '' : `số ${result.number}`,
    unbroken(`ngày ${shortDate(result.date)}`),
  ];
  return [
    keyFact(label, parts.filter((part) => part !== '').join(', ')),
    ...(result.signer === '' ? [] : [fact('Người ký:', result.signer)]),
  ];
}

/** `••••1234`: enough for two people to be told apart, too little to be used by a finder. */
function maskedTail(tail: string): string {
  return tail === '' ? 'không xuất trình' : `••••${tail}`;
}

function wayInWords({ by, postBill }: HandOverSlip): string {
  switch (by) {
    case 'counter':
      return 'trực tiếp tại quầy';
    case 'post':
      return `qua dịch vụ bưu chính công ích${postBill === undefined ? '' : `, số vận đơn ${postBill}`}`;
    case 'portal':
      return 'bản điện tử qua Cổng dịch vụ công';
    default:
      return unreachable(by);
  }
}

/** Nothing that came in where the reception is not known is no sign that nothing was paid. */
function paidInWords({ paidVnd: { fee, duty }, dossierNumber }: HandOverSlip): string {
  const parts = [...(fee === 0 ? [] : [`phí ${money(fee)}`]), ...(duty === 0 ? [] : [`lệ phí ${money(duty)}`])];
  if (parts.length > 0) return parts.map(unbroken).join('; ');
  return dossierNumber === undefined ? known('') : 'không';
}

// Whoever gets it by post or through the portal is not here to sign.
function signersOf({ by, clerkName }: HandOverSlip): readonly Signer[] {
  const clerk = { role: 'NGƯỜI TRẢ KẾT QUẢ', name: clerkName };
  return by === 'counter' ? [{ role: 'NGƯỜI NHẬN KẾT QUẢ', name: '' }, clerk] : [clerk];
}
