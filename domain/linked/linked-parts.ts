import type { Dossier } from '../dossier.ts';
import type { LocalMoment } from '../plain-date.ts';
import type { LinkedStep } from '../procedure.ts';
import { releaseOf } from '../report/on-time-of.ts';
import type { Pause } from '../time/pause.ts';

/**
 * The legs between two crossings of the paper, which alone are known: before it goes up, above, and after the result.
 */
export type LinkedPart = {
  readonly by: 'commune' | 'upstream';
  readonly steps: readonly LinkedStep[];
  readonly startedAt?: LocalMoment;
  readonly endedAt?: LocalMoment;
  /** When a body above did not have the dossier, between having it. */
  readonly away: readonly Pause[];
};

type Stay = { readonly from: LocalMoment; readonly until?: LocalMoment };

/**
 * The parts of a received dossier that have legs, with what the trail says of them. What goes up a second time does not
 * begin a part: the time in between is nobody's leg.
 */
export function linkedPartsOf(dossier: Dossier): readonly LinkedPart[] {
  const { intake } = dossier;
  const steps = intake?.procedure.linkedSteps ?? [];
  if (!intake || steps.length === 0) return [];
  const above = staysAbove(dossier);
  const upFrom = steps.findIndex(({ by }) => by === 'upstream');
  const upUntil = steps.findLastIndex(({ by }) => by === 'upstream') + 1;
  const before = upFrom < 0 ? steps : steps.slice(0, upFrom);
  const parts: readonly LinkedPart[] = [
    beforePart(dossier, { steps: before, startedAt: intake.receivedAt, upAt: above[0]?.from }),
    abovePart(dossier, upFrom < 0 ? [] : steps.slice(upFrom, upUntil), above),
    afterPart(dossier, upFrom < 0 ? [] : steps.slice(upUntil)),
  ];
  return inSequence(parts.filter((part) => part.steps.length > 0));
}

/** No part begins before the one before it: a contradiction that was let count may bear an older date. */
function inSequence(parts: readonly LinkedPart[]): readonly LinkedPart[] {
  let known: LocalMoment | undefined;
  return parts.map((part) => {
    const startedAt = notBefore(known, part.startedAt);
    const endedAt = notBefore(startedAt ?? known, part.endedAt);
    known = endedAt ?? startedAt ?? known;
    return {
      ...part,
      ...(startedAt === undefined ? {} : { startedAt }),
      ...(endedAt === undefined ? {} : { endedAt }),
    };
  });
}

function notBefore(earliest: LocalMoment | undefined, at: LocalMoment | undefined): LocalMoment | undefined {
  return earliest !== undefined && at !== undefined && at < earliest ? earliest : at;
}

function beforePart(
  dossier: Dossier,
  known: {
    readonly steps: readonly LinkedStep[];
    readonly startedAt: LocalMoment;
    readonly upAt: LocalMoment | undefined;
  },
): LinkedPart {
  const { steps, startedAt, upAt } = known;
  const endedAt = upAt ?? releaseOf(dossier);
  return { by: 'commune', steps, startedAt, ...(endedAt === undefined ? {} : { endedAt }), away: [] };
}

function abovePart(dossier: Dossier, steps: readonly LinkedStep[], stays: readonly Stay[]): LinkedPart {
  const first = stays[0];
  if (!first) return { by: 'upstream', steps, away: [] };
  const releasedAt = releaseOf(dossier);
  const endedAt = releasedAt === undefined ? undefined : (stays.at(-1)?.until ?? releasedAt);
  const away = stays.slice(1).flatMap(({ from }, i) => {
    const leftAt = stays[i]?.until;
    return leftAt === undefined ? [] : [{ from: leftAt, until: from }];
  });
  return { by: 'upstream', steps, startedAt: first.from, ...(endedAt === undefined ? {} : { endedAt }), away };
}

function afterPart(dossier: Dossier, steps: readonly LinkedStep[]): LinkedPart {
  const { result, trail, handOver } = dossier;
  const part = { by: 'commune', steps, away: [] } as const;
  if (result?.by !== 'upstream') return part;
  const arrived = trail.findLast(({ kind, verdict }) => kind === 'upstream-result-arrived' && verdict === undefined);
  const endedAt = arrived?.at ?? handOver?.handedOverAt;
  return { ...part, startedAt: result.releasedAt, ...(endedAt === undefined ? {} : { endedAt }) };
}

/** Each time a body above had the dossier: from the signature for it until what took it away. */
function staysAbove({ trail }: Dossier): readonly Stay[] {
  const stays: Stay[] = [];
  let isAbove = false;
  for (const { at, to, verdict } of trail) {
    if (verdict !== undefined) continue;
    const goesUp = to === 'upstream-in-progress';
    const last = stays.at(-1);
    if (goesUp && !isAbove) stays.push({ from: at });
    else if (!goesUp && isAbove && last) stays[stays.length - 1] = { from: last.from, until: at };
    isAbove = goesUp;
  }
  return stays;
}
