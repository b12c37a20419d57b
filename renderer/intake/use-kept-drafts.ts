import { useEffect, useEffectEvent, useState } from 'react';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import { attempt } from '../bridge.ts';
import { DRAFT_FAULTS, DRAFT_TROUBLES } from '../text/draft.ts';
import { useAnswer } from '../use-answer.ts';
import { DraftKeeper, type Keeping } from './draft-keeper.ts';
import type { IntakeDraft } from './intake-draft.ts';
import {
  type DraftBook,
  isEmptyDraft,
  type KeptForm,
  keptFormOf,
  LARGEST_CONTENT,
  parseDrafts,
  serialiseDrafts,
  type WaitingForm,
} from './kept-drafts.ts';

export type KeptDrafts = {
  /** Whether it is known by now what was kept before this window came up. */
  readonly isFound: boolean;
  /** Forms that are not on the screen, newest first. */
  readonly waiting: readonly WaitingForm[];
  /** Why what is being typed is not on the disk yet. */
  readonly trouble: string | undefined;
  /** What was dropped last, for as long as it can be had back. */
  readonly canUndo: boolean;
  /** Takes the newest waiting form; what stands in the fields waits instead, if it is worth it. */
  readonly takeUp: (now: LocalMoment) => KeptForm | undefined;
  /** What stands in the fields waits, if it is worth it. */
  readonly setAside: (now: LocalMoment) => void;
  readonly discard: () => void;
  readonly undo: () => void;
  /** A field was left: keeps at once. */
  readonly flush: () => void;
  /** Nothing is kept while `receive` runs: the core removes the draft with the commit, and so knows nothing of it after. */
  readonly around: <T extends { readonly saved: unknown }>(receive: () => Promise<T>) => Promise<T>;
};

const NOTHING = {};
const TOPICS: readonly PushTopic[] = [];
const NONE: Omit<DraftBook, 'current'> = { waiting: [], foreign: undefined };
const UNDO_MS = 8_000;

/** Keeps the form on the screen, `draft`, and what else is unfinished. `draft` undefined: the form was received. */
export function useKeptDrafts(draft: IntakeDraft | undefined): KeptDrafts {
  const [isFound, setFound] = useState(false);
  const [{ waiting, foreign }, setOthers] = useState(NONE);
  const [dropped, setDropped] = useState<WaitingForm>();
  const found = useAnswer('draft.find', isFound ? undefined : NOTHING, TOPICS);

  if (!isFound && found.value !== undefined) {
    // Once in a window, and nothing is kept before it: what was found must not be overwritten unseen.
    setFound(true);
    if (found.value) setOthers(othersOf(parseDrafts(found.value.content), found.value.keptAt));
  }
  const current = draft && !isEmptyDraft(draft) ? keptFormOf(draft) : undefined;
  const content = serialiseDrafts({ current, waiting, foreign });
  const { keeper, trouble } = useKeeper(content, isFound ? { kept: found.latest?.content } : undefined);
  useForgetting(dropped, () => setDropped(undefined));

  const set = (next: readonly WaitingForm[]): void => setOthers({ waiting: next, foreign });
  return {
    isFound,
    waiting,
    trouble: trouble ?? (found.fault && DRAFT_FAULTS[found.fault.code]),
    canUndo: dropped !== undefined,
    takeUp: (now) => {
      const [first, ...rest] = waiting;
      if (first) set(current ? [{ form: current, at: now }, ...rest] : rest);
      return first?.form;
    },
    setAside: (now) => current && set([{ form: current, at: now }, ...waiting]),
    discard: () => {
      setDropped(waiting[0]);
      set(waiting.slice(1));
    },
    undo: () => {
      if (dropped) set([dropped, ...waiting]);
      setDropped(undefined);
    },
    flush: () => keeper.flush(),
    around: async (receive) => {
      await keeper.rest();
      const outcome = await receive();
      if (outcome.saved) {
        // The fields still hold what was just received: it must not be kept as unfinished again.
        keeper.want(serialiseDrafts({ current: undefined, waiting, foreign }));
        keeper.goOn(undefined);
      } else keeper.goOnUnchanged();
      return outcome;
    },
  };
}

type Keeper = { readonly keeper: DraftKeeper; readonly trouble: string | undefined };

/** Brings `content` onto the disk. `found` undefined: it is not known yet what is there. */
function useKeeper(content: string | undefined, found: { readonly kept: string | undefined } | undefined): Keeper {
  const [trouble, setTrouble] = useState<string>();
  const [keeper] = useState(
    () => new DraftKeeper({ send: keep, onOutcome: (outcome) => setTrouble(outcome.isKept ? undefined : outcome.why) }),
  );
  const isFound = found !== undefined;
  const kept = found?.kept;
  useEffect(() => {
    if (!isFound) return;
    keeper.want(content);
    keeper.begin(kept);
  }, [keeper, isFound, kept, content]);
  // A window that is closed in the middle of a word.
  useEffect(() => {
    const flush = (): void => keeper.flush();
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, [keeper]);
  return { keeper, trouble };
}

function othersOf({ current, waiting, foreign }: DraftBook, keptAt: LocalMoment): Omit<DraftBook, 'current'> {
  return { waiting: current ? [{ form: current, at: keptAt }, ...waiting] : waiting, foreign };
}

async function keep(content: string | undefined): Promise<Keeping> {
  if (content !== undefined && content.length > LARGEST_CONTENT) {
    return { isKept: false, why: DRAFT_TROUBLES['too-large'] };
  }
  const answer = content === undefined ? await attempt('draft.discard', {}) : await attempt('draft.keep', { content });
  if (!answer.ok) return { isKept: false, why: DRAFT_FAULTS[answer.refusal.code] };
  return answer.value.ok ? { isKept: true } : { isKept: false, why: DRAFT_TROUBLES[answer.value.refusal.why] };
}

/** What was dropped can be had back for a few seconds. */
function useForgetting(dropped: WaitingForm | undefined, forget: () => void): void {
  const pass = useEffectEvent(forget);
  useEffect(() => {
    if (!dropped) return undefined;
    const timer = setTimeout(() => pass(), UNDO_MS);
    return () => clearTimeout(timer);
  }, [dropped]);
}
