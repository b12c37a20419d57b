import { useState } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { permissionFor } from '../../domain/lifecycle/transition.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { AppState } from '../../electron/contract/views.ts';
import { standingDraft } from '../before-intake/standing-draft.ts';
import { attempt } from '../bridge.ts';
import { STANDING } from '../text/before-intake.ts';
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
  /** What was guided or refused instead of a reception, shown in place of the fields. */
  readonly told: Dossier | undefined;
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
  /** It was guided or refused: the form is put away. */
  readonly tell: (dossier: Dossier) => void;
  /** Receives what stands here already under its own code; what stands in the fields waits. */
  readonly receiveStanding: (dossier: Dossier) => Promise<void>;
  /** Puts the reception of what stands here off; what was typed of it waits. */
  readonly putOff: () => void;
};

/** One reception after the other, each from the first key, from a card, or from what waits or stands here already. */
export function useIntake(app: AppState): IntakeState {
  const { startWith, setTrouble, ...receptions } = useReceptions(app);
  const { drafts } = receptions;
  const [card, setCard] = useState<CardForNext>();
  const [restored, setRestored] = useState<IntakeState['restored']>();
  const begin = (next: IntakeDraft): void => {
    setRestored(undefined);
    startWith(next);
  };
  const putBack = (taken: TakenUp): void => {
    if ('trouble' in taken) setTrouble(taken.trouble);
    if (!('draft' in taken)) return;
    startWith(taken.draft);
    setRestored({ note: taken.note });
  };
  const next = (keep: 'nothing' | 'applicant'): void =>
    begin(keep === 'applicant' ? forSameApplicant(receptions.fields.draft) : EMPTY_INTAKE);
  const { isOnTheSpot, standing } = receptions.fields.draft;
  return {
    ...receptions,
    restored,
    choose: (procedure) => {
      setRestored((old) => (old?.note === undefined ? old : { note: undefined }));
      receptions.choose(procedure);
    },
    next,
    nextByCard: (heard) => {
      next('nothing');
      setCard(heard);
    },
    card,
    cardTaken: () => setCard(undefined),
    restore: async () => putBack(await takeUp(drafts, app.now)),
    receiveStanding: async (dossier) => {
      const taken = await takeStanding(dossier);
      if ('draft' in taken) drafts.setAside(app.now);
      putBack(taken);
    },
    putOff: () => {
      drafts.setAside(app.now);
      begin(EMPTY_INTAKE);
    },
    // What waits here already is not taken home by who brought it.
    switchOnTheSpot:
      isOnTheSpot || (mayGiveAtOnce(app) && !standing)
        ? () => receptions.change({ isOnTheSpot: !isOnTheSpot })
        : undefined,
  };
}

type Receptions = Omit<
  IntakeState,
  | 'restored'
  | 'next'
  | 'nextByCard'
  | 'card'
  | 'cardTaken'
  | 'restore'
  | 'receiveStanding'
  | 'putOff'
  | 'switchOnTheSpot'
> & {
  readonly startWith: (draft: IntakeDraft) => void;
  readonly setTrouble: Reception['setTrouble'];
};

/** The fields, the commit, what was kept or told, and what was left unfinished. */
function useReceptions(app: AppState): Receptions {
  const fields = useIntakeFields(app.now);
  const [saved, setSaved] = useState<Saved>();
  const [before, setBefore] = useState<Saved>();
  const [told, setTold] = useState<Dossier>();
  const drafts = useKeptDrafts(saved || told ? undefined : fields.draft);
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
    setTold(undefined);
    fields.startWith(next);
  };
  const change = (part: Partial<IntakeDraft>): void => {
    setTrouble(undefined);
    fields.change(part);
  };
  return {
    ...reception,
    fields,
    drafts,
    saved,
    before,
    told,
    startWith,
    setTrouble,
    change,
    choose: (procedure) => change(withProcedure(fields.draft, procedure, mayGiveAtOnce(app) && !fields.draft.standing)),
    tickUsual: () => change(withUsualPapers(fields.draft)),
    tell: setTold,
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

/** What stands here already, with its procedure as it is published today. */
async function takeStanding(dossier: Dossier): Promise<TakenUp> {
  const procedures = await attempt('procedure.list', {});
  if (!procedures.ok) return { trouble: troubleOfFault(procedures.refusal) };
  const draft = standingDraft(dossier, procedures.value);
  return { draft, note: draft.procedure ? undefined : STANDING.procedureEnded };
}

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
