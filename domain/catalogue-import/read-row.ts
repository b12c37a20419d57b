import type { OnlineScope } from '../channel.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Procedure, ProcedureLevel } from '../procedure.ts';
import { foldText } from '../search-text.ts';
import { isSameLimit } from './limit-text.ts';
import { madeAlias } from './made-alias.ts';
import { type OfficialChannel, officialChannelsOf } from './official-channel.ts';
import { type OfficialCode, parseOfficialCode } from './official-code.ts';
import { officialRowOf, type OfficialRow } from './official-row.ts';
import { dayOf, hasMarkup, plainText, saysNothing } from './plain-text.ts';
import { readFees } from './read-fees.ts';
import { readLimits } from './read-limits.ts';
import { readPapers } from './read-papers.ts';
import { RowNotes } from './row-note.ts';

type RowContext = {
  /** Names the publication the rows become part of. */
  readonly version: string;
  /** Where a row names no day of its own. */
  readonly effectiveFrom: PlainDate;
  /** The version of each procedure known so far, by national code. */
  readonly knownByCode: ReadonlyMap<string, Procedure>;
};

/** What one row gave. Without `procedure` there is at least one problem in `notes`. */
export type RowReading = {
  readonly notes: RowNotes;
  /** National code. */
  readonly code?: string;
  /** What stood where the code should be. */
  readonly writtenCode?: string;
  readonly name?: string;
  readonly known?: Procedure;
  readonly procedure?: Procedure;
};

const SENSITIVE = /\b(?:khuyet tat|nuoi con nuoi|hiv|ton giao|xam hai)\b/;

/** Reads one row, whatever it is. What the program adds to a publication (alias, legs, restriction) stays as it was. */
export function readRow(raw: unknown, context: RowContext): RowReading {
  const notes = new RowNotes();
  const row = officialRowOf(raw);
  if (!row) {
    notes.problem('not-a-row', plainText(raw));
    return { notes };
  }
  const code = parseOfficialCode(row.code, notes);
  const name = plainText(row.name);
  if (saysNothing(name)) notes.problem('name-missing');
  const known = code && context.knownByCode.get(code.code);
  const procedure = code && procedureOf({ row, code, name, known, notes, context });
  const writtenCode = plainText(row.code);
  return {
    notes,
    ...(code ? { code: code.code } : {}),
    ...(writtenCode === '' ? {} : { writtenCode }),
    ...(name === '' ? {} : { name }),
    ...(known ? { known } : {}),
    ...(procedure && notes.problems.length === 0 ? { procedure } : {}),
  };
}

type RowParts = {
  readonly row: OfficialRow;
  readonly code: OfficialCode;
  readonly name: string;
  readonly known: Procedure | undefined;
  readonly notes: RowNotes;
  readonly context: RowContext;
};

function procedureOf({ row, code, name, known, notes, context }: RowParts): Procedure | undefined {
  if ([row.name, row.feeText, row.limitText, row.resultName, row.papers].some(hasMarkup)) notes.warn('markup-removed');
  const field = fieldIn(row, known, notes);
  const level = levelIn(row, known, notes);
  const entries = officialChannelsOf(row, notes);
  const steps = [row.steps, row.description, ...entries.map((entry) => entry.row.description)]
    .map((each) => plainText(each, ['name', 'description']))
    .join('. ');
  const limits = readLimits(row, entries, { field, known, steps, notes });
  const fees = readFees(row, entries, { known, notes });
  const requiredPapers = readPapers(row.papers, { known, notes });
  const effectiveFrom = row.effectiveFrom === undefined ? context.effectiveFrom : dayOf(row.effectiveFrom);
  if (!effectiveFrom) notes.problem('effective-from-not-a-day', plainText(row.effectiveFrom));
  if (!limits || !level || !effectiveFrom) return undefined;
  if (!known) notes.warn('alias-made', madeAlias(name));
  return {
    ...code,
    version: context.version,
    effectiveFrom,
    name,
    alias: known?.alias ?? madeAlias(name),
    shortcuts: known?.shortcuts ?? [],
    field,
    level,
    ...limits,
    ...keptOf(known, limits, notes),
    fees,
    requiredPapers,
    resultName: resultIn(row, known, notes),
    ...channelsOf(known),
    ...onlineScopeIn(row, notes),
    ...acceptsPostIn(row, entries),
    ...restrictionOf(`${name} ${field}`, known, notes),
    ...decisionIn(row, notes),
  };
}

function fieldIn(row: OfficialRow, known: Procedure | undefined, notes: RowNotes): string {
  const text = plainText(row.field);
  if (!saysNothing(text)) return text;
  if (!known) notes.problem('field-missing');
  return known?.field ?? '';
}

function levelIn(row: OfficialRow, known: Procedure | undefined, notes: RowNotes): ProcedureLevel | undefined {
  const text = plainText(row.level);
  const folded = foldText(text);
  if (row.isWard === true || /(?<!thi )\bxa\b|\bcommune\b/.test(folded)) return 'commune';
  if (/\bhuyen\b|\bdistrict\b/.test(folded)) return 'upstream';
  if (saysNothing(text) && row.isWard !== false) {
    if (!known) notes.problem('level-missing');
    return known?.level;
  }
  notes.problem('level-not-ours', text);
  return undefined;
}

/** The file knows nothing of what we add to a publication; a shorter or longer limit may still make the legs wrong. */
function keptOf(
  known: Procedure | undefined,
  { limit }: Pick<Procedure, 'limit'>,
  notes: RowNotes,
): Pick<Procedure, 'statutoryLimit' | 'linkedSteps'> {
  if (known?.linkedSteps && !isSameLimit(known.limit, limit)) notes.warn('linked-steps-kept');
  return {
    ...(known?.statutoryLimit ? { statutoryLimit: known.statutoryLimit } : {}),
    ...(known?.linkedSteps ? { linkedSteps: known.linkedSteps } : {}),
  };
}

function resultIn(row: OfficialRow, known: Procedure | undefined, notes: RowNotes): string {
  const text = plainText(row.resultName);
  if (!saysNothing(text)) return text;
  notes.warn('result-not-given');
  return known?.resultName ?? '';
}

/** Decree 42/2022 names the scopes; before, level 4 was the full one and level 3 the partial one. */
function onlineScopeIn(row: OfficialRow, notes: RowNotes): { readonly onlineScope?: OnlineScope } {
  const text = plainText(row.onlineScope);
  const folded = foldText(text);
  if (saysNothing(text)) return {};
  if (/\btoan trinh\b|\bfull\b|\b4\b/.test(folded)) return { onlineScope: 'full' };
  if (/\bmot phan\b|\bpartial\b|\b3\b/.test(folded)) return { onlineScope: 'partial' };
  if (/^khong\b|^none$|\bcung cap thong tin\b|\b[0-2]\b/.test(folded)) return { onlineScope: 'none' };
  notes.warn('online-scope-unknown', text);
  return {};
}

/** What the file does not speak of stays as it is known. */
function channelsOf(known: Procedure | undefined): Pick<Procedure, 'onlineScope' | 'acceptsPost'> {
  if (!known) return {};
  const { onlineScope, acceptsPost } = known;
  return {
    ...(onlineScope === undefined ? {} : { onlineScope }),
    ...(acceptsPost === undefined ? {} : { acceptsPost }),
  };
}

function acceptsPostIn(row: OfficialRow, entries: readonly OfficialChannel[]): { readonly acceptsPost?: boolean } {
  if (entries.some(({ channels }) => channels.includes('post'))) return { acceptsPost: true };
  if (typeof row.acceptsPost === 'boolean') return { acceptsPost: row.acceptsPost };
  const folded = foldText(plainText(row.acceptsPost));
  if (/^(?:co|x|true|1)$/.test(folded)) return { acceptsPost: true };
  return /^(?:khong|false|0)$/.test(folded) ? { acceptsPost: false } : {};
}

/** Never loosened by a file: what was kept off open lists stays off. */
function restrictionOf(
  text: string,
  known: Procedure | undefined,
  notes: RowNotes,
): { readonly isRestricted?: boolean } {
  const word = SENSITIVE.exec(foldText(text))?.[0];
  if (word === undefined && !known?.isRestricted) return {};
  notes.warn('restricted', word);
  return { isRestricted: true };
}

function decisionIn(row: OfficialRow, notes: RowNotes): Pick<Procedure, 'decision'> {
  const text = plainText(row.decisionNumber);
  const number = /\d[^\s,;]{0,30}\/\p{Lu}[^\s,;]{0,30}/u.exec(text)?.[0] ?? '';
  const date = dayOf(row.decisionDate) ?? dayOf(/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.exec(text)?.[0]);
  if (number !== '' && date) return { decision: { number, date } };
  if (text !== '' || row.decisionDate !== undefined) notes.warn('decision-incomplete', text);
  return {};
}
