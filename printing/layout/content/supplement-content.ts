import { formOf, formSetOn } from '../../../domain/forms/form-set.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import type { ReprintMark } from '../../../domain/slips/reprint-mark.ts';
import type { SupplementSlip } from '../../../domain/slips/supplement-slip.ts';
import { fact, keyFact, RULE, type SlipBlock } from '../slip-block.ts';
import { bodyOf, counterNameOn, known, momentInWords, shortDate, two, weekdayInWords } from '../slip-wording.ts';
import { opening } from './opening.ts';

/** What a citizen has to bring (phiếu yêu cầu bổ sung, hoàn thiện hồ sơ), in the order and the words of Mẫu 02. */
export function supplementContent(slip: SupplementSlip, reprint: ReprintMark | undefined): readonly SlipBlock[] {
  const counter = counterNameOn(dateOf(slip.at));
  return [
    ...opening(
      {
        ...slip,
        formNumber: numberOf(slip),
        title: ['PHIẾU YÊU CẦU BỔ SUNG,', 'HOÀN THIỆN HỒ SƠ'],
        // Nobody may take it for a reception.
        notes: slip.dossierNumber === undefined ? ['(Hồ sơ chưa được tiếp nhận)'] : [],
      },
      reprint,
    ),
    RULE,
    keyFact('Hồ sơ của:', known(slip.applicantName)),
    fact('Nội dung yêu cầu giải quyết:', known(slip.procedureName)),
    fact('Thời gian yêu cầu:', momentInWords(slip.at)),
    RULE,
    {
      kind: 'list',
      label: 'Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:',
      items: slip.missing.map(({ name, note }) => ({ text: name, note })),
    },
    ...(slip.reason === '' ? [] : [fact('Lý do:', slip.reason)]),
    ...respondBy(slip),
    {
      kind: 'text',
      tone: 'body',
      text: `Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với ${counter.name}, ${bodyOf(slip.unit.name)} để được hướng dẫn.`,
    },
    RULE,
    { kind: 'signatures', signers: [{ role: 'NGƯỜI HƯỚNG DẪN', name: slip.clerkName }] },
    { kind: 'qr', code: slip.scanCode, hint: 'Mang theo phiếu này khi đến nộp giấy tờ bổ sung.' },
  ];
}

/** `01-12/HDHS`: each station counts by itself within the year. */
function numberOf({ formNumber, at }: SupplementSlip): string {
  const suffix = formOf(formSetOn(dateOf(at)).id, 'supplement-request')?.numberSuffix ?? '';
  return `${two(formNumber.station)}-${formNumber.number}${suffix}`;
}

function respondBy({ respondBy: day }: SupplementSlip): readonly SlipBlock[] {
  if (day === undefined) return [];
  return [{ kind: 'key-date', label: 'Hạn bổ sung:', lines: [`${weekdayInWords(day)}, ${shortDate(day)}`], notes: [] }];
}
