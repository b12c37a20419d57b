import type { PaymentMethod } from '../../../domain/fees/payment.ts';
import type { FeeReceiptSlip } from '../../../domain/slips/fee-receipt-slip.ts';
import type { ReprintMark } from '../../../domain/slips/reprint-mark.ts';
import { vndInWords } from '../money-in-words.ts';
import { type AmountRow, fact, keyFact, RULE, type Signer, type SlipBlock } from '../slip-block.ts';
import { known, momentInWords, money, unbroken } from '../slip-wording.ts';
import { opening } from './opening.ts';

/** What was paid (phiếu thu phí, lệ phí): fee and duty apart, as the law keeps them. It is not the finance receipt. */
export function feeReceiptContent(slip: FeeReceiptSlip, reprint: ReprintMark | undefined): readonly SlipBlock[] {
  const { applicantName, payerName } = slip;
  return [
    ...opening({ ...slip, title: ['PHIẾU THU PHÍ, LỆ PHÍ'] }, reprint),
    RULE,
    keyFact('Người nộp tiền:', known(payerName)),
    ...(applicantName === payerName ? [] : [fact('Chủ hồ sơ:', known(applicantName))]),
    fact('Nội dung yêu cầu giải quyết:', known(slip.procedureName)),
    RULE,
    ...(slip.lines.length === 0 ? [] : [assessed(slip)]),
    ...paidBefore(slip),
    paid(slip),
    fact('Bằng chữ:', `${vndInWords(slip.feeVnd + slip.dutyVnd)}.`),
    ...rest(slip),
    fact('Hình thức nộp:', METHODS[slip.method]),
    fact('Thời gian nộp:', momentInWords(slip.at)),
    fact('Biên lai:', receiptInWords(slip.receipt)),
    { kind: 'text', tone: 'strong', text: 'Phiếu này không thay thế biên lai thu phí, lệ phí.' },
    RULE,
    { kind: 'signatures', signers: signersOf(slip) },
    { kind: 'qr', code: slip.scanCode, hint: 'Giữ phiếu này để đối chiếu khi cần.' },
  ];
}

const KINDS = { fee: 'phí', duty: 'lệ phí' } as const;

const METHODS: Readonly<Record<PaymentMethod, string>> = {
  cash: 'tiền mặt tại quầy',
  transfer: 'chuyển khoản',
  online: 'trực tuyến',
};

function assessed({ lines }: FeeReceiptSlip): SlipBlock {
  const rows = lines.map(({ name, kind, amountVnd }): AmountRow => {
    const alreadySays = name.toLocaleLowerCase('vi').includes(KINDS[kind]);
    return {
      name: alreadySays ? name : `${name} ${unbroken(`(${KINDS[kind]})`)}`,
      amount: money(amountVnd),
      tone: 'plain',
    };
  });
  const total = money(lines.reduce((sum, { amountVnd }) => sum + amountVnd, 0));
  return {
    kind: 'amounts',
    label: 'Phải nộp:',
    rows: [...rows, { name: 'Cộng phải nộp', amount: total, tone: 'sum' }],
  };
}

function paid({ feeVnd, dutyVnd }: FeeReceiptSlip): SlipBlock {
  return {
    kind: 'amounts',
    label: 'Nộp lần này:',
    rows: [
      { name: 'Phí', amount: money(feeVnd), tone: 'plain' },
      { name: 'Lệ phí', amount: money(dutyVnd), tone: 'plain' },
      { name: 'Tổng số tiền', amount: money(feeVnd + dutyVnd), tone: 'total' },
    ],
  };
}

function paidBefore({ paidBeforeVnd = 0 }: FeeReceiptSlip): readonly SlipBlock[] {
  return paidBeforeVnd === 0 ? [] : [fact('Đã nộp trước:', money(paidBeforeVnd))];
}

function rest({ restVnd = 0 }: FeeReceiptSlip): readonly SlipBlock[] {
  return restVnd === 0 ? [] : [keyFact('Còn phải nộp:', money(restVnd))];
}

function receiptInWords(receipt: FeeReceiptSlip['receipt']): string {
  return receipt.kind === 'numbered' ? `quyển ${receipt.book}, số ${receipt.number}` : 'chưa cấp';
}

// Who paid into the account or through the portal is not here to sign.
function signersOf({ method, clerkName }: FeeReceiptSlip): readonly Signer[] {
  return method === 'cash'
    ? [
        { role: 'NGƯỜI NỘP TIỀN', name: '' },
        { role: 'NGƯỜI THU TIỀN', name: clerkName },
      ]
    : [{ role: 'NGƯỜI LẬP PHIẾU', name: clerkName }];
}
