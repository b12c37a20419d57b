import { useState } from 'react';
import type { ActKind } from '../../domain/lifecycle/act.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { RequiredPaper } from '../../domain/procedure.ts';
import { attempt } from '../bridge.ts';
import { playSound } from '../scan/sound.ts';
import { ACT_SILENCE, type ActSaid, actSaid } from '../text/act-refusals.ts';
import { troubleOfFault } from '../text/trouble.ts';
import type { ActDraft, ActGiven } from './act-draft.ts';
import type { ActField } from './act-fields.ts';
import { ACT_FORMS, type ActForm } from './act-forms.ts';
import { startDraft } from './start-draft.ts';

const NOTHING: ActSaid = { errors: {} };

export type ActState = {
  readonly draft: ActDraft;
  readonly fields: readonly ActField[];
  readonly said: ActSaid;
  readonly isBusy: boolean;
  /** Whether anything differs from what stood there at first. */
  readonly isTyped: boolean;
  readonly change: (part: Partial<ActDraft>) => void;
  readonly changeText: (field: string, text: string) => void;
  readonly commit: () => Promise<void>;
};

type ActStart = { readonly kind: ActKind; readonly given: ActGiven; readonly required: readonly RequiredPaper[] };

/** One act from the first key to its answer. */
export function useAct({ kind, given, required }: ActStart, onDone: (dossier: Dossier) => void): ActState {
  const form: ActForm = ACT_FORMS[kind];
  const [first] = useState(() => startDraft(kind, given, required));
  const [draft, setDraft] = useState(first);
  const [said, setSaid] = useState(NOTHING);
  const [isBusy, setBusy] = useState(false);
  // Kept until it is answered: pressed again after a fault it records nothing twice.
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());

  const change = (part: Partial<ActDraft>): void => {
    setDraft({ ...draft, ...part });
    setSaid(NOTHING);
  };
  const refused = (next: ActSaid): void => {
    playSound('bad');
    setCommandId(crypto.randomUUID());
    setSaid(next);
    if (next.needsDate) setDraft({ ...draft, needsDate: true });
  };
  const commit = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const act = form.toAct(draft, given);
    const answer = await attempt('dossier.act', { commandId, dossierId: given.sides.dossier.id, act });
    setBusy(false);
    if (!answer.ok) {
      const isSilence = answer.refusal.code === 'core-gone' || answer.refusal.code === 'timed-out';
      setSaid({ errors: {}, trouble: isSilence ? ACT_SILENCE : troubleOfFault(answer.refusal) });
    } else if (answer.value.ok) onDone(answer.value.value);
    else refused(actSaid(answer.value.refusal));
  };
  return {
    draft,
    fields: form.fields(given, draft),
    said,
    isBusy,
    isTyped: JSON.stringify({ ...draft, needsDate: false }) !== JSON.stringify(first),
    change,
    changeText: (field, typed) => change({ texts: { ...draft.texts, [field]: typed } }),
    commit,
  };
}
