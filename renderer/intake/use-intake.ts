import { useState } from 'react';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { playSound } from '../scan/sound.ts';
import type { Trouble } from '../text/trouble.ts';
import {
  EMPTY_INTAKE,
  forSameApplicant,
  type IntakeDraft,
  intakeInputOf,
  withProcedure,
  withUsualPapers,
} from './intake-draft.ts';
import { type IntakeFields, useIntakeFields } from './use-intake-fields.ts';
import { type Saved, useReceive } from './use-receive.ts';

export type IntakeState = {
  readonly fields: IntakeFields;
  readonly trouble: Trouble | undefined;
  readonly isBusy: boolean;
  /** The dossier just kept, shown in place of the fields. */
  readonly saved: Saved | undefined;
  /** The dossier kept before the one being typed, said in one line. */
  readonly before: Saved | undefined;
  readonly change: (part: Partial<IntakeDraft>) => void;
  readonly choose: (procedure: Procedure | undefined) => void;
  readonly tickUsual: () => void;
  /** Answers whether the dossier was kept. */
  readonly commit: (then: 'show' | 'next') => Promise<boolean>;
  readonly next: (keep: 'nothing' | 'applicant') => void;
};

/** One reception after the other: the fields, the commit, and what was kept. */
export function useIntake(now: LocalMoment): IntakeState {
  const fields = useIntakeFields(now);
  const { draft } = fields;
  const [trouble, setTrouble] = useState<Trouble>();
  const [saved, setSaved] = useState<Saved>();
  const [before, setBefore] = useState<Saved>();
  const { receive, isBusy } = useReceive();

  const change = (part: Partial<IntakeDraft>): void => {
    setTrouble(undefined);
    fields.change(part);
  };
  const next = (keep: 'nothing' | 'applicant'): void => {
    setTrouble(undefined);
    setSaved(undefined);
    fields.startWith(keep === 'applicant' ? forSameApplicant(draft) : EMPTY_INTAKE);
  };
  const commit = async (then: 'show' | 'next'): Promise<boolean> => {
    fields.showAll();
    if (isBusy || !draft.procedure || fields.refusals.length > 0) return false;
    const form = intakeInputOf(draft, draft.procedure, fields.appointment.kind === 'to-agree');
    const outcome = await receive(form, draft.procedure);
    if (!outcome.saved) {
      setTrouble(outcome.trouble);
      fields.showAnswered(outcome.errors);
      return false;
    }
    playSound('good');
    setBefore(outcome.saved);
    if (then === 'next') next('nothing');
    else setSaved(outcome.saved);
    return true;
  };

  return {
    fields,
    trouble,
    isBusy,
    saved,
    before,
    change,
    choose: (procedure) => change(withProcedure(draft, procedure)),
    tickUsual: () => change(withUsualPapers(draft)),
    commit,
    next,
  };
}
