import { useEffect, useRef, useState } from 'react';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { FoundSaving, SaveFoundRefusal } from '../../electron/contract/look-up-commands.ts';
import { attempt } from '../bridge.ts';
import { SAVE_FOUND, SAVE_FOUND_TROUBLES } from '../text/find.ts';
import { type Trouble, troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';
import type { Looking } from './use-looking.ts';

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['report'];

export type SaveFound = {
  /** What came of the last one. */
  readonly note: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly isSaving: boolean;
  /** While lines are written. */
  readonly progress: FoundSaving | undefined;
  readonly save: () => Promise<void>;
  readonly stop: () => void;
};

/** All that is found as a file, where the clerk says. */
export function useSaveFound({ lookedFor, columns }: Looking): SaveFound {
  const [isSaving, setSaving] = useState(false);
  const { latest } = useAnswer('found.saving', NOTHING, TOPICS);
  const { said, say } = useSaid(JSON.stringify([lookedFor, columns]));
  const save = async (): Promise<void> => {
    // One dialog at a time.
    if (isSaving) return;
    setSaving(true);
    say({});
    const answer = await attempt('found.save', { lookedFor, columns });
    setSaving(false);
    if (!answer.ok) say({ trouble: troubleOfFault(answer.refusal) });
    else if (answer.value.ok) say({ note: SAVE_FOUND.saved(answer.value.value.rows) });
    else say(refusedSaying(answer.value.refusal));
  };
  const stop = (): void => void attempt('found.stopSaving', {});
  return { note: said.note, trouble: said.trouble, isSaving, progress: latest ?? undefined, save, stop };
}

type Said = { readonly note?: string | undefined; readonly trouble?: Trouble | undefined };

/** What was said last, as long as the list is the one it was said over. */
function useSaid(list: string): { readonly said: Said; readonly say: (said: Said) => void } {
  const [last, setLast] = useState<{ readonly over: string; readonly said: Said }>();
  const shown = useRef(list);
  useEffect(() => {
    shown.current = list;
  }, [list]);
  return {
    said: last?.over === list ? last.said : {},
    say: (said) => setLast({ over: shown.current, said }),
  };
}

function refusedSaying({ code }: SaveFoundRefusal): Said {
  return { note: code === 'stopped' ? SAVE_FOUND.stopped : undefined, trouble: SAVE_FOUND_TROUBLES[code] };
}
