import { useState } from 'react';
import type { Result } from '../../domain/result.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { SavedView } from '../../electron/contract/look-up-commands.ts';
import { attempt, type CounterFault } from '../bridge.ts';
import { type ViewRefusal, viewTrouble } from '../text/find-views.ts';
import { type Trouble, troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';
import type { Looking } from './use-looking.ts';

const NOTHING = {};
const NONE: readonly SavedView[] = [];
const TOPICS: readonly PushTopic[] = ['app'];

export type Views = {
  readonly views: readonly SavedView[];
  readonly trouble: Trouble | undefined;
  /** These answer whether it was done; a refusal leaves what was typed. */
  readonly save: (name: string) => Promise<boolean>;
  readonly rename: (name: string, to: string) => Promise<boolean>;
  readonly remove: (name: string) => Promise<boolean>;
  readonly open: (view: SavedView) => void;
  readonly forgetTrouble: () => void;
};

type Answered = Result<Result<null, ViewRefusal>, CounterFault>;

/** The kept ways to look of who is signed in. */
export function useViews({ lookedFor, typed, columns, show }: Looking): Views {
  const { latest, askAgain } = useAnswer('view.list', NOTHING, TOPICS);
  const [trouble, setTrouble] = useState<Trouble>();
  const done = (answer: Answered): boolean => {
    if (!answer.ok) setTrouble(troubleOfFault(answer.refusal));
    else setTrouble(answer.value.ok ? undefined : viewTrouble(answer.value.refusal));
    askAgain();
    return answer.ok && answer.value.ok;
  };
  return {
    views: latest ?? NONE,
    trouble,
    save: async (name) => {
      // What was typed last may not have been asked yet.
      const view = { name, lookedFor: { ...lookedFor, text: typed.trim() }, columns };
      return done(await attempt('view.save', { view }));
    },
    rename: async (name, to) => done(await attempt('view.rename', { name, to })),
    remove: async (name) => done(await attempt('view.remove', { name })),
    open: show,
    forgetTrouble: () => setTrouble(undefined),
  };
}
