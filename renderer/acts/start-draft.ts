import type { ActKind } from '../../domain/lifecycle/act.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { RequiredPaper } from '../../domain/procedure.ts';
import { ACT_FORMS, type ActForm } from './act-forms.ts';
import type { ActDraft, ActGiven, MissingDraft, ReceivedDraft } from './act-draft.ts';

/** A form as it opens. `required`: what the procedure asks for, as far as it is known. */
export function startDraft(kind: ActKind, given: ActGiven, required: readonly RequiredPaper[]): ActDraft {
  const { dossier } = given.sides;
  const form: ActForm = ACT_FORMS[kind];
  return {
    texts: form.start?.(given) ?? {},
    missing: kind === 'supplement-requested' ? [...missingOf(dossier, required), FREE_PAPER] : [],
    received: kind === 'supplement-received' ? receivedOf(dossier) : [],
    needsDate: false,
  };
}

export const FREE_PAPER: MissingDraft = { id: '', name: '', note: '', isTicked: false };

/** What was handed in may be wrong, what was not may be wanted: both, each once. */
function missingOf(dossier: Dossier, required: readonly RequiredPaper[]): readonly MissingDraft[] {
  const papers = new Map([...required, ...(dossier.intake?.papers ?? [])].map(({ id, name }) => [id, name]));
  return [...papers].map(([id, name]) => ({ ...FREE_PAPER, id, name }));
}

function receivedOf({ supplement }: Dossier): readonly ReceivedDraft[] {
  return (supplement?.missing ?? []).map(({ id, name, note }, index) => ({
    id: id || `free-${index + 1}`,
    name: name || note,
    originals: '1',
    copies: '0',
    isTicked: true,
  }));
}
