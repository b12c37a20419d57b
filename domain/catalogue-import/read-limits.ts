import type { Channel } from '../channel.ts';
import type { Procedure, ProcedureLimit } from '../procedure.ts';
import { isSameLimit } from './limit-text.ts';
import type { OfficialChannel } from './official-channel.ts';
import type { OfficialRow } from './official-row.ts';
import { type LimitContext, limitOfSteps, readLimit } from './read-limit.ts';

type ReadLimits = Pick<Procedure, 'limit' | 'limitByChannel'>;

/**
 * The limit of a row and what its ways of filing have of their own. The counter's is that of the row, else of direct filing;
 * where only the post or the portal has one it is taken with a warning.
 *
 * Refuses, into `context.notes`, a row without a limit, and limits of one channel that differ.
 */
export function readLimits(
  row: OfficialRow,
  entries: readonly OfficialChannel[],
  context: LimitContext,
): ReadLimits | undefined {
  const { notes } = context;
  const problemsBefore = notes.problems.length;
  const own = readLimit(row, context);
  const byChannel = limitsByChannel(entries, context);
  const direct = byChannel.get('direct');
  if (own && direct && !isSameLimit(own, direct)) notes.problem('limit-contradictory');
  const limit = own ?? direct ?? limitOfOthers(byChannel, context) ?? limitOfSteps(context);
  if (notes.problems.length > problemsBefore) return undefined;
  if (!limit) {
    notes.problem('limit-missing');
    return undefined;
  }
  return { limit, ...othersOf(byChannel, limit) };
}

function othersOf(
  byChannel: ReadonlyMap<Channel, ProcedureLimit>,
  limit: ProcedureLimit,
): Pick<Procedure, 'limitByChannel'> {
  const online = byChannel.get('online');
  const post = byChannel.get('post');
  const limitByChannel = {
    ...(online && !isSameLimit(online, limit) ? { online } : {}),
    ...(post && !isSameLimit(post, limit) ? { post } : {}),
  };
  return Object.keys(limitByChannel).length === 0 ? {} : { limitByChannel };
}

function limitsByChannel(
  entries: readonly OfficialChannel[],
  context: LimitContext,
): ReadonlyMap<Channel, ProcedureLimit> {
  const found = new Map<Channel, ProcedureLimit>();
  for (const { channels, row } of entries) {
    const limit = readLimit(row, context);
    if (!limit) continue;
    for (const channel of channels) {
      const other = found.get(channel);
      if (other && !isSameLimit(other, limit)) context.notes.problem('limit-contradictory', channel);
      found.set(channel, limit);
    }
  }
  return found;
}

function limitOfOthers(
  byChannel: ReadonlyMap<Channel, ProcedureLimit>,
  { notes }: LimitContext,
): ProcedureLimit | undefined {
  const [limit] = [...byChannel.values()];
  if (limit) notes.warn('limit-from-other-channel');
  return limit;
}
