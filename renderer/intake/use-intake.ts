import { useState } from 'react';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { permissionFor } from '../../domain/lifecycle/transition.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { AppState } from '../../electron/contract/views.ts';
import { attempt } from '../bridge.ts';
import { DRAFT } from '../text/draft.ts';
import { type Trouble, troubleOfFault } from '../text/trouble.ts';
import type { CardForNext } from './card-for-next.ts';
import { EMPTY_INTAKE, forSameApplicant, type IntakeDraft, withProcedure, withUsualPapers } from './intake-draft.ts';
import { draftOf } from './kept-drafts.ts';
import { type IntakeFields, useIntakeFields } from './use-intake-fields.ts';
import { type KeptDrafts, useKeptDrafts } from './use-kept-drafts.ts';
import type { Saved } from './use-receive.ts';
import { type Reception, useReception } from './use-reception.ts';

export type IntakeState = Omit<Reception, 'setTrouble'> & {
  readonly fields: IntakeFields;
  readonly drafts: KeptDrafts;
  /** The dossier just kept, shown in place of the fields. */
  readonly saved: Saved | undefined;
  /** The dossier kept before the one being typed, said in one line. */
  readonly before: Saved | undefined;
  /** A form was just put back into the fields, and what is to be said about that. */
  readonly restored: { readonly note: string | undefined } | undefined;
  readonly change: (part: Partial<IntakeDraft>) => void;
  readonly choose: (procedure: Procedure | undefined) => void;
  readonly tickUsual: () => void;
  /** Turns nhận và trả ngay on or off. Absent: who is signed in may not make results, and nobody before turned it on. */
  readonly switchOnTheSpot: (() => void) | undefined;
  readonly next: (keep: 'nothing' | 'applicant') => void;
  /** The next reception begins with a card. */
  readonly nextByCard: (heard: CardForNext) => void;
  /** The card with which this reception began, until the fields have taken it. */
  readonly card: CardForNext | undefined;
  readonly cardTaken: () => void;
  readonly restore: () => Promise<void>;
};

/** One reception after the other, each from the first key or from a card. */
export function useIntake(app: AppState): IntakeState {
  const receptions = useReceptions(app);
  const [card, setCard] = useState<CardForNext>();
  const { isOnTheSpot } = receptions.fields.draft;
  return {
    ...receptions,
    nextByCard: (heard) => {
      receptions.next('nothing');
      setCard(heard);
    },
    card,
    cardTaken: () => setCard(undefined),
    switchOnTheSpot:
      isOnTheSpot || mayGiveAtOnce(app) ? () => receptions.change({ isOnTheSpot: !isOnTheSpot }) : undefined,
  };
}

/** The fields, the commit, what was kept, and what was left unfinished. */
function useReceptions(app: AppState): Omit<IntakeState, 'nextByCard' | 'card' | 'cardTaken' | 'switchOnTheSpot'> {
  const fields = useIntakeFields(app.now);
  const [saved, setSaved] = useState<Saved>();
  const [before, setBefore] = useState<Saved>();
  const [restored, setRestored] = useState<IntakeState['restored']>();
  const drafts = useKeptDrafts(saved ? undefined : fields.draft);
  const { setTrouble, ...reception } = useReception({
    app,
    fields,
    drafts,
    onKept: (kept, after) => {
      setBefore(kept);
      if (after === 'next') startWith(EMPTY_INTAKE);
      else setSaved(kept);
    },
  });

  const startWith = (next: IntakeDraft): void => {
    setTrouble(undefined);
    setSaved(undefined);
    setRestored(undefined);
    fields.startWith(next);
  };
  const change = (part: Partial<IntakeDraft>): void => {
    setTrouble(undefined);
    fields.change(part);
  };
  const restore = async (): Promise<void> => {
    const taken = await takeUp(drafts, app.now);
    if ('trouble' in taken) setTrouble(taken.trouble);
    if (!('draft' in taken)) return;
    startWith(taken.draft);
    setRestored({ note: taken.note });
  };

  return {
    ...reception,
    fields,
    drafts,
    saved,
    before,
    restored,
    change,
    choose: (procedure) => {
      setRestored((old) => (old?.note === undefined ? old : { note: undefined }));
      change(withProcedure(fields.draft, procedure, mayGiveAtOnce(app)));
    },
    tickUsual: () => change(withUsualPapers(fields.draft)),
    next: (keep) => startWith(keep === 'applicant' ? forSameApplicant(fields.draft) : EMPTY_INTAKE),
    restore,
  };
}

/** Who makes results may give them at once. */
function mayGiveAtOnce({ people }: AppState): boolean {
  return people?.signedIn?.permissions.includes(permissionFor('result-issued')) ?? false;
}

type TakenUp =
  | { readonly draft: IntakeDraft; readonly note: string | undefined }
  | { readonly trouble: Trouble }
  | Record<string, never>;

/** The newest waiting form with its procedure as it is published today. Nothing when none waits. */
async function takeUp(drafts: KeptDrafts, now: LocalMoment): Promise<TakenUp> {
  const procedures = await attempt('procedure.list', {});
  if (!procedures.ok) return { trouble: troubleOfFault(procedures.refusal) };
  const form = drafts.takeUp(now);
  if (!form) return {};
  const draft = draftOf(form, procedures.value);
  const isEnded = form.procedureCode !== undefined && !draft.procedure;
  return { draft, note: isEnded ? DRAFT.procedureEnded : undefined };
}
