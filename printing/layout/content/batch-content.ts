import { dateOf, type LocalMoment } from '../../../domain/plain-date.ts';
import { groupedScanCode, scanCodeOf } from '../../../domain/scan-code.ts';
import type { BatchSlip } from '../../../domain/slips/batch-slip.ts';
import type { ReprintMark } from '../../../domain/slips/reprint-mark.ts';
import type { BatchList, BatchListRow } from '../../../domain/transfer/batch-list.ts';
import { clerkRole, courierInWords, goodsInWords } from '../batch-wording.ts';
import { fact, keyFact, RULE, type SheetRow, type SlipBlock } from '../slip-block.ts';
import { bodyOf, momentInWords, shortDate, shortMoment, unbroken } from '../slip-wording.ts';
import { opening } from './opening.ts';

/**
 * The list that goes with a batch (danh sách bàn giao). No symbol: the code of a batch has letters, which no keyboard scanner
 * brings through a Vietnamese input method unharmed.
 */
export function batchContent(slip: BatchSlip, reprint: ReprintMark | undefined): readonly SlipBlock[] {
  const { list, clerkName } = slip;
  const { closedAt, courier } = list;
  const title = ['DANH SÁCH BÀN GIAO', 'HỒ SƠ'];
  return [
    ...opening({ unit: slip.unit, at: slip.at, title, batchCode: list.code }, reprint),
    ...(closedAt === undefined ? [NOT_CLOSED] : []),
    RULE,
    fact(`${clerkRole(list)}:`, clerkName),
    keyFact('Bên bàn giao:', bodyOf(list.from)),
    keyFact('Bên nhận bàn giao:', bodyOf(list.to)),
    fact('Loại hồ sơ:', goodsInWords(list)),
    ...(closedAt === undefined ? [] : [fact('Thời gian bàn giao:', momentInWords(closedAt))]),
    ...(courier === undefined ? [] : [fact('Người vận chuyển:', courierInWords(courier))]),
    RULE,
    rowsOf(list),
    RULE,
    ...(closedAt === undefined ? [] : [signatures(list.direction, clerkName)]),
    { kind: 'text', tone: 'note', text: `In lúc ${shortMoment(slip.at)}; cán bộ in: ${clerkName}.` },
  ];
}

const NOT_CLOSED: SlipBlock = {
  kind: 'stamp',
  look: 'frame',
  title: 'CHƯA CHỐT',
  detail: 'Danh sách để kiểm tra, không dùng để ký nhận',
};

function rowsOf({ rows, totals }: BatchList): SlipBlock {
  return {
    kind: 'sheets',
    label: unbroken(`Tổng số: ${totals.dossiers} hồ sơ`),
    nameHead: 'Mã hồ sơ, chủ hồ sơ',
    rows: rows.map(rowOf),
    total: { name: 'Cộng số bản', originals: totals.originals, copies: totals.copies },
  };
}

function rowOf(row: BatchListRow): SheetRow {
  const { position, dossierId, dossierNumber, applicantName, appointmentAt, note, originals, copies } = row;
  return {
    number: String(position),
    // What was received elsewhere and has not come here yet is found by its bars.
    name: dossierNumber ?? groupedScanCode(scanCodeOf(dossierId)),
    details: [
      ...(applicantName === undefined ? ['(chưa có dữ liệu tiếp nhận)'] : [applicantName]),
      ...appointedFor(appointmentAt),
      ...(note === '' ? [] : [note]),
    ],
    originals,
    copies,
  };
}

function appointedFor(at: LocalMoment | undefined): readonly string[] {
  return at === undefined ? [] : [unbroken(`hẹn ${shortDate(dateOf(at))}`)];
}

/** The clerk of this counter gives on the way up and takes on the way down; the other side writes its own name. */
function signatures(direction: BatchList['direction'], clerkName: string): SlipBlock {
  const [giver, taker] = direction === 'up' ? [clerkName, ''] : ['', clerkName];
  return {
    kind: 'signatures',
    signers: [
      { role: 'BÊN BÀN GIAO', name: giver },
      { role: 'BÊN NHẬN BÀN GIAO', name: taker },
    ],
  };
}
