import { useState } from 'react';
import type { TableAsked } from '../../electron/contract/report-commands.ts';
import { attempt } from '../bridge.ts';
import { BOOK, SAVE_TROUBLES } from '../text/book.ts';
import { type Trouble, troubleOfFault } from '../text/trouble.ts';

export type SaveTable = {
  readonly note: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly isSaving: boolean;
  readonly save: (asked: TableAsked) => Promise<void>;
};

/** A table as a file, where the clerk says. */
export function useSaveTable(): SaveTable {
  const [note, setNote] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isSaving, setSaving] = useState(false);
  const save = async (asked: TableAsked): Promise<void> => {
    // One dialog at a time.
    if (isSaving) return;
    setSaving(true);
    setNote(BOOK.saving);
    setTrouble(undefined);
    const answer = await attempt('report.saveTable', { asked });
    setSaving(false);
    setNote(answer.ok && answer.value.ok ? BOOK.saved : undefined);
    if (!answer.ok) setTrouble(troubleOfFault(answer.refusal));
    else if (!answer.value.ok) setTrouble(SAVE_TROUBLES[answer.value.refusal.code]);
  };
  return { note, trouble, isSaving, save };
}
