import { groupedScanCode, scanCodeOf } from '../../../domain/scan-code.ts';
import type { BatchSlip } from '../../../domain/slips/batch-slip.ts';
import type { ReprintMark } from '../../../domain/slips/reprint-mark.ts';
import type { BatchList, BatchListRow } from '../../../domain/transfer/batch-list.ts';
import { fact, keyFact, RULE, type SheetRow, type SlipBlock } from '../slip-block.ts';
import { momentInWords, shortMoment, unbroken } from '../slip-wording.ts';
import { opening } from './opening.ts';

/**
 * The list that goes with a batch (danh sách bàn giao). No symbol: the code of a batch has letters, which no keyboard scanner
 * brings through a Vietnamese input method unharmed.
 */
export function batchContent(slip: BatchSlip, reprint: ReprintMark | undefined): readonly SlipBlock[] {
  const { list, clerkName } = slip;
  const what = list.direction === 'up' ? 'HỒ SƠ' : 'KẾT QUẢ';
  return [
    ...opening({ unit: slip.unit, at: slip.at, title: ['DANH SÁCH BÀN GIAO', what], batchCode: list.code }, reprint),
    ...(list.closedAt === undefined ? [NOT_CLOSED] : []),
    RULE,
    fact('Chiều bàn giao:', list.direction === 'up' ? 'chuyển hồ sơ lên cấp trên' : 'chuyển kết quả về'),
    keyFact('Bên giao:', list.from),
    keyFact('Bên nhận:', list.to),
    ...(list.courier === undefined ? [] : [fact('Người mang đi:', courierInWords(list.courier))]),
    ...(list.closedAt === undefined ? [] : [fact('Chốt danh sách lúc:', momentInWords(list.closedAt))]),
    RULE,
    rowsOf(list),
    RULE,
    ...(list.closedAt === undefined ? [] : [signatures(list.direction, clerkName)]),
    { kind: 'text', tone: 'note', text: `In lúc ${shortMoment(slip.at)}; cán bộ in: ${clerkName}.` },
  ];
}

const NOT_CLOSED: SlipBlock = {
  kind: 'stamp',
  look: 'frame',
  title: 'CHƯA CHỐT',
  detail: 'Danh sách để kiểm tra, không dùng để ký nhận',
};

function courierInWords(courier: NonNullable<BatchList['courier']>): string {
  return courier.kind === 'clerk' ? `cán bộ ${courier.name}` : `bưu chính, số vận đơn ${courier.billNumber}`;
}

function rowsOf({ rows, totals }: BatchList): SlipBlock {
  return {
    kind: 'sheets',
    label: unbroken(`Tổng số: ${totals.dossiers} hồ sơ`),
    nameHead: 'Mã hồ sơ, chủ hồ sơ',
    rows: rows.map(rowOf),
    total: { name: 'Tổng số tờ', originals: totals.originals, copies: totals.copies },
  };
}

function rowOf({ position, dossierId, dossierNumber, applicantName, note, originals, copies }: BatchListRow): SheetRow {
  return {
    number: String(position),
    // What was received elsewhere and has not come here yet is found by its bars.
    name: dossierNumber ?? groupedScanCode(scanCodeOf(dossierId)),
    details: [
      ...(applicantName === undefined ? ['(chưa có dữ liệu tiếp nhận)'] : [applicantName]),
      ...(note === '' ? [] : [note]),
    ],
    originals,
    copies,
  };
}

/** The clerk of this counter gives on the way up and takes on the way down; the other side writes its own name. */
function signatures(direction: BatchList['direction'], clerkName: string): SlipBlock {
  const [giver, taker] = direction === 'up' ? [clerkName, ''] : ['', clerkName];
  return {
    kind: 'signatures',
    signers: [
      { role: 'BÊN GIAO', name: giver },
      { role: 'BÊN NHẬN', name: taker },
    ],
  };
}
