import type { Channel } from '../../domain/channel.ts';
import type { IntakeInput } from '../../domain/intake-form.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { ResultWanted } from '../../domain/lifecycle/dossier-fact.ts';

/** How a dossier comes in and where its result is wanted: nearly always at the counter. */
export type OptionsDraft = {
  readonly channel: Channel;
  readonly resultAt: ResultWanted['at'];
  readonly resultAddress: string;
  readonly hidesTitle: boolean;
};

export const USUAL_OPTIONS: OptionsDraft = {
  channel: 'direct',
  resultAt: 'counter',
  resultAddress: '',
  hidesTitle: false,
};

/** Of the form: only what is not the usual. */
export function optionsInput(
  { channel, resultAt, resultAddress, hidesTitle }: OptionsDraft,
  { isRestricted = false }: Pick<Procedure, 'isRestricted'>,
): Pick<IntakeInput, 'channel' | 'resultWanted' | 'hidesTitle'> {
  return {
    ...(channel === 'direct' ? {} : { channel }),
    ...(resultAt === 'counter' ? {} : { resultWanted: { at: resultAt, address: resultAddress } }),
    ...(hidesTitle && isRestricted ? { hidesTitle } : {}),
  };
}

const CHANNELS = { direct: true, online: true, post: true } satisfies Record<Channel, true>;
const PLACES = { counter: true, 'home-by-post': true, portal: true } satisfies Record<ResultWanted['at'], true>;

/** Whether a kept form holds options that this program can show. */
export function isOptionsDraft(value: unknown): value is OptionsDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { channel, resultAt, resultAddress, hidesTitle }: Partial<Record<keyof OptionsDraft, unknown>> = value;
  return (
    isKeyOf(CHANNELS, channel) &&
    isKeyOf(PLACES, resultAt) &&
    typeof resultAddress === 'string' &&
    typeof hidesTitle === 'boolean'
  );
}

function isKeyOf(table: object, word: unknown): boolean {
  return typeof word === 'string' && Object.hasOwn(table, word);
}
