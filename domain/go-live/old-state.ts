import { foldText } from '../search-text.ts';

/** What the old system says of a dossier, as far as it matters when the counter goes live. */
export type OldState = 'in-progress' | 'result-ready' | 'not-open' | 'unknown';

// The first that is found in the folded text decides: what is still to come (“chờ trả”) stands before what was done.
const WORDINGS: readonly (readonly [RegExp, OldState])[] = [
  [/\b(?:cho|chua) tiep nhan\b/, 'not-open'],
  [/\b(?:chua|chua co|dang cho|cho) (?:ket qua|kq)\b/, 'in-progress'],
  [/\b(?:chua (?:xu ly|giai quyet)|tam dung)\b/, 'in-progress'],
  [/\b(?:cho|chua|san sang) (?:tra|giao|nhan|phat)\b/, 'result-ready'],
  [/\b(?:da|ho so) huy\b|^huy\b|\bhuy bo\b/, 'not-open'],
  [/\b(?:da tra|da giao|da phat|da nhan) (?:ket qua|kq|ho so|cho (?:cong )?dan)\b|^da tra\b/, 'not-open'],
  [/\bda tra\b.*\b(?:ket qua|kq)\b|\btra ket qua thanh cong\b|\bket thuc\b|\bluu kho\b/, 'not-open'],
  [/\brut\b|\btu choi tiep nhan\b|\bkhong tiep nhan\b|\b(?:da dung|dung)(?: xu ly| giai quyet)?$/, 'not-open'],
  [/\b(?:da )?co (?:ket qua|kq)\b|\b(?:da )?(?:xu ly|giai quyet) xong\b/, 'result-ready'],
  [/\bda (?:xu ly|giai quyet)\b|\btu choi giai quyet\b|\bda (?:ky|ban hanh|phe duyet)\b/, 'result-ready'],
  [/\bdang\b|\b(?:da|moi) tiep nhan\b|\bbo sung\b|\bnghia vu tai chinh\b|\btrinh ky\b/, 'in-progress'],
  [/\bcho (?:xu ly|giai quyet|duyet|ky|tham dinh|phe duyet|phan cong)\b|\b(?:qua|tre|trong|dung) han\b/, 'in-progress'],
];

/**
 * What the wording of a state (trạng thái) in an old sheet means. A dossier handed over, withdrawn, stopped or never
 * received is `not-open`. Nothing written is `in-progress`: the sheet is one of open dossiers.
 */
export function readOldState(text: string): OldState {
  const folded = foldText(text);
  if (folded === '') return 'in-progress';
  return WORDINGS.find(([wording]) => wording.test(folded))?.[1] ?? 'unknown';
}
