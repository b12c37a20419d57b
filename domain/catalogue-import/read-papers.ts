import type { Procedure, RequiredPaper } from '../procedure.ts';
import { foldText } from '../search-text.ts';
import { type ListedPaper, listedPapers } from './paper-list.ts';
import { shortened, wholeNumber } from './plain-text.ts';
import type { RowNotes } from './row-note.ts';

/** What the counter can take in: more sheets of one paper than this is a slip of the keyboard. */
const MOST_SHEETS = 99;
const LONGEST_CONDITION = 160;
const LONGEST_ID = 40;

type PaperContext = { readonly known: Procedure | undefined; readonly notes: RowNotes };

/** A paper before it has an id among the papers of its procedure. */
type PaperBody = Omit<RequiredPaper, 'id'>;

/**
 * The papers of a row (thành phần hồ sơ). What the file lists with 0 originals and 0 copies is a remark, not a paper: it goes
 * into a warning, as do electronic twins of forms. Headings of cases become group and condition; what is to be shown
 * (xuất trình) is not kept. Where the file lists nothing the papers known so far stay.
 *
 * Refuses, into `context.notes`, counts above 99.
 */
export function readPapers(raw: unknown, { known, notes }: PaperContext): readonly RequiredPaper[] {
  const listed = listedPapers(raw);
  if (listed.length === 0) {
    notes.warn('papers-not-given');
    return known?.requiredPapers ?? [];
  }
  const groups = new Set(listed.map(({ group }) => group).filter(isGroup));
  const bodies = listed.flatMap((line) => bodyOf(line, groups.size, notes));
  return withIds(withoutRepeats(bodies, notes), known);
}

function bodyOf(line: ListedPaper, groupCount: number, notes: RowNotes): readonly PaperBody[] {
  const folded = foldText(line.name);
  const { originals, copies } = countsOf(line, notes);
  if (/^[*( ]*(?:luu y|ghi chu|chu y)\b/.test(folded) || originals + copies === 0) {
    notes.warn('note-not-a-paper', line.name);
    return [];
  }
  if (/\bdien tu tuong tac\b/.test(folded)) {
    notes.warn('online-form-left-out', line.name);
    return [];
  }
  const group = isGroup(line.group) ? line.group : '';
  const condition = conditionIn(line.name) || (isForSome(group, groupCount) ? group : '');
  return [
    {
      name: line.name,
      mode: isShown(folded) || isShown(foldText(line.group)) ? 'show' : 'submit',
      originals,
      copies,
      required: line.required && condition === '',
      ...(condition === '' ? {} : { condition: shortened(condition, LONGEST_CONDITION) }),
      ...(group === '' ? {} : { group }),
    },
  ];
}

function countsOf(line: ListedPaper, notes: RowNotes): { readonly originals: number; readonly copies: number } {
  const originals = wholeNumber(line.originals);
  const copies = wholeNumber(line.copies);
  if (originals === undefined && copies === undefined) {
    notes.warn('paper-count-missing', line.name);
    return { originals: 1, copies: 0 };
  }
  const counts = { originals: originals ?? 0, copies: copies ?? 0 };
  if (Math.max(counts.originals, counts.copies) > MOST_SHEETS) notes.problem('paper-count-out-of-range', line.name);
  return counts;
}

/** Headings that only say what is done with the papers are no cases. */
function isGroup(heading: string): boolean {
  return heading !== '' && !/^(?:cac )?giay to (?:can |phai )?(?:nop|xuat trinh)\b/.test(foldText(heading));
}

/** Of several cases a citizen has one. A single heading may hold for all. */
function isForSome(group: string, groupCount: number): boolean {
  return group !== '' && (groupCount > 1 || /^(?:truong hop|doi voi|khi|neu)\b/.test(foldText(group)));
}

function isShown(folded: string): boolean {
  return folded.replace(/\bkhong (?:phai|can|yeu cau) xuat trinh\b/g, '').includes('xuat trinh');
}

/** Who needs the paper, where its name says so; ''. "Trường hợp …", "(nếu có)", "… trong trường hợp …". */
function conditionIn(name: string): string {
  if (/\(nếu có\)/iu.test(name)) return 'Nếu có';
  const start =
    /^(?:trường hợp|nếu|khi|đối với)\s[^,:;]*/iu.exec(name)?.[0] ?? /\btrong trường hợp [^;.]*/iu.exec(name)?.[0];
  return start === undefined ? '' : (start.split(/ (?:thì|phải) /iu)[0] ?? start).trim();
}

function withoutRepeats(bodies: readonly PaperBody[], notes: RowNotes): readonly PaperBody[] {
  const seen = new Set<string>();
  return bodies.filter(({ name, group }) => {
    const key = placeOf(name, group);
    const isNew = !seen.has(key);
    if (!isNew) notes.warn('paper-repeated', name);
    seen.add(key);
    return isNew;
  });
}

/** A paper keeps the id it had; a new one gets it from its name, so that the order of the file does not matter. */
function withIds(bodies: readonly PaperBody[], known: Procedure | undefined): readonly RequiredPaper[] {
  const papersBefore = known?.requiredPapers ?? [];
  const idsBefore = new Map(papersBefore.map(({ name, group, id }) => [placeOf(name, group), id]));
  const taken = new Set(papersBefore.map(({ id }) => id));
  return bodies.map((body) => {
    const before = idsBefore.get(placeOf(body.name, body.group));
    if (before !== undefined) return { id: before, ...body };
    const wanted = idFrom(body.name);
    let id = wanted;
    for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
    taken.add(id);
    return { id, ...body };
  });
}

function placeOf(name: string, group = ''): string {
  return `${group}\n${foldText(name)}`;
}

function idFrom(name: string): string {
  const words = foldText(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let id = '';
  for (const word of words) {
    if (id.length + word.length >= LONGEST_ID) break;
    id += id === '' ? word : `-${word}`;
  }
  return id || words[0]?.slice(0, LONGEST_ID) || 'paper';
}
