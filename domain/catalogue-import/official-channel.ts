import type { Channel } from '../channel.ts';
import { foldText } from '../search-text.ts';
import { isObject, officialRowOf, type OfficialRow } from './official-row.ts';
import { plainText } from './plain-text.ts';
import type { RowNotes } from './row-note.ts';

/** One way of filing as the file describes it, with what holds for it alone. One entry may speak of two channels. */
export type OfficialChannel = {
  readonly channels: readonly Channel[];
  readonly row: OfficialRow;
};

const CHANNEL_WORDS: readonly (readonly [Channel, RegExp])[] = [
  ['direct', /\b(?:truc tiep|direct|tai quay)\b/],
  ['online', /\b(?:truc tuyen|online)\b/],
  ['post', /\b(?:buu chinh|buu dien|postal|post)\b/],
];

/**
 * The ways of filing (cách thức thực hiện) of a row: the portal's list with a limit and fees for each, or the columns a table
 * has for them. A way nobody knows is left out with a warning.
 */
export function officialChannelsOf(row: OfficialRow, notes: RowNotes): readonly OfficialChannel[] {
  const entries = Array.isArray(row.channels) ? row.channels : [row.channels];
  const columns: readonly OfficialChannel[] = [
    { channels: ['online'], row: { limitAmount: row.onlineLimit, fees: row.onlineFee } },
    { channels: ['post'], row: { limitAmount: row.postLimit } },
  ];
  return [
    ...entries.flatMap((entry) => entryOf(entry, notes)),
    ...columns.filter(({ row: column }) => column.limitAmount !== undefined || column.fees !== undefined),
  ];
}

function entryOf(entry: unknown, notes: RowNotes): readonly OfficialChannel[] {
  const row = officialRowOf(entry) ?? {};
  const name = isObject(entry) ? plainText(row.channel ?? entry['name']) : plainText(entry);
  if (name === '') return [];
  const folded = foldText(name).replace(/[^a-z0-9]+/g, ' ');
  const channels = CHANNEL_WORDS.filter(([, words]) => words.test(folded)).map(([channel]) => channel);
  if (channels.length === 0) notes.warn('channel-unknown', name);
  return channels.length === 0 ? [] : [{ channels, row }];
}
