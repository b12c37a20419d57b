import { useState } from 'react';
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
  const [note, setNote] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isSaving, setSaving] = useState(false);
  const { latest } = useAnswer('found.saving', NOTHING, TOPICS);
  const refused = ({ code }: SaveFoundRefusal): void => {
    setNote(code === 'stopped' ? SAVE_FOUND.stopped : undefined);
    setTrouble(SAVE_FOUND_TROUBLES[code]);
  };
  const save = async (): Promise<void> => {
    // One dialog at a time.
    if (isSaving) return;
    setSaving(true);
    setNote(undefined);
    setTrouble(undefined);
    const answer = await attempt('found.save', { lookedFor, columns });
    setSaving(false);
    if (!answer.ok) setTrouble(troubleOfFault(answer.refusal));
    else if (answer.value.ok) setNote(SAVE_FOUND.saved(answer.value.value.rows));
    else refused(answer.value.refusal);
  };
  const stop = (): void => void attempt('found.stopSaving', {});
  return { note, trouble, isSaving, progress: latest ?? undefined, save, stop };
}
