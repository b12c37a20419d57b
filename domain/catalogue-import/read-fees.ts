import { canonicalJson } from '../canonical-json.ts';
import type { Channel } from '../channel.ts';
import type { FeeAmount, FeeRule } from '../fees/fee-rule.ts';
import type { Procedure } from '../procedure.ts';
import { amountCell, feeWords, type FeeWords } from './fee-text.ts';
import type { OfficialChannel } from './official-channel.ts';
import { isObject, type OfficialRow } from './official-row.ts';
import { plainText, saysNothing } from './plain-text.ts';
import type { RowNotes } from './row-note.ts';

/** One fee as it stands in the file. `vnd` undefined: only words. */
type FeeItem = { readonly vnd: number | undefined; readonly text: string; readonly kindText: string };

/** A rule before it has a name of its own among the rules of its procedure. */
type FeeBody = Omit<FeeRule, 'id' | 'channels'>;

type FeeContext = { readonly known: Procedure | undefined; readonly notes: RowNotes };

/** Nothing the state charges is less; smaller numbers were meant in thousands. */
const LEAST_VND = 1_000;

const CHANNELS: readonly Channel[] = ['direct', 'online', 'post'];

/**
 * The fee rules of a row. Fees of a way of filing hold for it alone; a way without fees of its own pays what the row says,
 * else what is paid at the counter. Where the file is silent the rules known so far stay.
 *
 * 0 is not free unless the words say so: it becomes an amount the council sets, with a warning. Refuses, into
 * `context.notes`, amounts that are no whole đồng, amounts too small to be meant, several amounts for no stated reason.
 */
export function readFees(
  row: OfficialRow,
  entries: readonly OfficialChannel[],
  context: FeeContext,
): readonly FeeRule[] {
  const rowItems = withText(itemsOf(row.fees, context.notes), plainText(row.feeText));
  const itemsByChannel = new Map(CHANNELS.map((channel) => [channel, itemsOfChannel(channel, entries, context.notes)]));
  const given = [itemsByChannel.get('direct'), rowItems, ...itemsByChannel.values()].find((items) => items?.length);
  if (!given) {
    context.notes.warn('fee-not-given');
    return context.known?.fees ?? [{ id: 'duty', ...bodyOf({ kind: 'set-by-council' }, 'duty') }];
  }
  const fallback = rowItems.length > 0 ? rowItems : given;
  const channelsOf = new Map<string, { readonly body: FeeBody; readonly channels: Channel[] }>();
  for (const [channel, own] of itemsByChannel) {
    for (const item of own.length > 0 ? own : fallback) {
      const body = bodyOfItem(item, context.notes);
      if (!body) continue;
      const key = canonicalJson(body);
      const found = channelsOf.get(key) ?? { body, channels: [] };
      if (!found.channels.includes(channel)) found.channels.push(channel);
      channelsOf.set(key, found);
    }
  }
  return withIds([...channelsOf.values()]);
}

function itemsOfChannel(channel: Channel, entries: readonly OfficialChannel[], notes: RowNotes): readonly FeeItem[] {
  return entries
    .filter(({ channels }) => channels.includes(channel))
    .flatMap(({ row }) => withText(itemsOf(row.fees, notes), plainText(row.feeText)));
}

function itemsOf(raw: unknown, notes: RowNotes): readonly FeeItem[] {
  if (Array.isArray(raw)) return raw.flatMap((each) => itemsOf(isObject(each) ? each : plainText(each), notes));
  if (!isObject(raw)) return cellItem(raw, { text: '', kindText: '' }, notes);
  const text = plainText([raw['description'], raw['text'], raw['note']]);
  const kindText = plainText([raw['type'], raw['kind'], raw['name']]);
  return cellItem(raw['value'] ?? raw['amount'], { text, kindText }, notes);
}

function cellItem(cell: unknown, { text, kindText }: Omit<FeeItem, 'vnd'>, notes: RowNotes): readonly FeeItem[] {
  const words = plainText(cell);
  if (typeof cell === 'number' || /^-?\d+(?:[.,]\d{1,2})?$/.test(words)) {
    const vnd = Number(words.replace(',', '.'));
    if (Number.isSafeInteger(vnd) && vnd >= 0) return [{ vnd, text, kindText }];
    notes.problem('fee-not-a-whole-amount', words);
    return [];
  }
  const vnd = amountCell(words);
  if (vnd !== undefined) return [{ vnd, text, kindText }];
  const all = [words, text].filter((each) => !saysNothing(each)).join('. ');
  return all === '' ? [] : [{ vnd, text: all, kindText }];
}

function withText(items: readonly FeeItem[], text: string): readonly FeeItem[] {
  if (saysNothing(text)) return items;
  const [only, ...others] = items;
  if (!only) return [{ vnd: undefined, text, kindText: '' }];
  return others.length > 0 ? items : [{ ...only, text: [only.text, text].filter((each) => each !== '').join('. ') }];
}

function bodyOfItem({ vnd, text, kindText }: FeeItem, notes: RowNotes): FeeBody | undefined {
  const words = feeWords(text);
  const amount =
    vnd === undefined || vnd === 0 ? amountOfWords({ vnd, text }, words, notes) : amountOf(vnd, words, notes);
  if (!amount) return undefined;
  const usualKind = words.kind ?? (amount.kind === 'set-by-council' ? 'duty' : 'fee');
  const kind = feeWords(kindText.replaceAll('_', ' ')).kind ?? usualKind;
  return {
    ...bodyOf(amount, kind),
    ...(words.exempt.length > 0 ? { exempt: words.exempt } : {}),
    ...(saysNothing(text) ? {} : { note: text }),
  };
}

function amountOf(vnd: number, words: FeeWords, notes: RowNotes): FeeAmount | undefined {
  if (vnd < LEAST_VND) {
    notes.problem('fee-too-small', `${vnd}`);
    return undefined;
  }
  if (words.byPage) return words.byPage;
  if (words.amountsVnd.length > 0 && !words.amountsVnd.includes(vnd)) notes.warn('fee-differs-from-text', `${vnd}`);
  return { kind: 'flat', vnd, per: words.per };
}

function amountOfWords(
  { vnd, text }: Omit<FeeItem, 'kindText'>,
  words: FeeWords,
  notes: RowNotes,
): FeeAmount | undefined {
  if (words.isFree && !words.isSetByCouncil) return undefined;
  if (vnd === 0) {
    notes.warn('zero-may-mean-council', text);
    return { kind: 'set-by-council' };
  }
  if (words.byPage) return words.byPage;
  const [only, ...others] = words.amountsVnd;
  if (others.length > 0 && !words.isSetByCouncil) {
    notes.problem('fee-unclear', text);
    return undefined;
  }
  if (only !== undefined && !words.isSetByCouncil) return amountOf(only, words, notes);
  if (!words.isSetByCouncil) notes.warn('fee-not-given', text);
  return { kind: 'set-by-council' };
}

function bodyOf(amount: FeeAmount, kind: FeeRule['kind']): FeeBody {
  return { kind, name: kind === 'fee' ? 'Phí' : 'Lệ phí', amount };
}

function withIds(
  rules: readonly { readonly body: FeeBody; readonly channels: readonly Channel[] }[],
): readonly FeeRule[] {
  return rules.map(({ body, channels }, index) => {
    const before = rules.slice(0, index).filter((other) => other.body.kind === body.kind).length;
    const id = before === 0 ? body.kind : `${body.kind}-${before + 1}`;
    return { id, ...body, ...(channels.length === CHANNELS.length ? {} : { channels }) };
  });
}
