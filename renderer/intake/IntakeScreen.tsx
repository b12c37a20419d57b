import './intake.css';
import { type RefObject, useEffect, useRef } from 'react';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { focusFirstError } from '../parts/next-field.ts';
import { focusHome, useHomeFocus } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { INTAKE, SAVED } from '../text/intake.ts';
import { ApplicantFields } from './ApplicantFields.tsx';
import { AppointmentCard } from './AppointmentCard.tsx';
import { PapersList } from './PapersList.tsx';
import { ProcedureCard } from './ProcedureCard.tsx';
import { SavedPanel } from './SavedPanel.tsx';
import { type IntakeState, useIntake } from './use-intake.ts';

/** Receives a dossier. */
export function IntakeScreen({ now }: { readonly now: LocalMoment }) {
  const intake = useIntake(now);
  return (
    <div className="screen" data-testid="screen-intake">
      {intake.saved ? <SavedPanel saved={intake.saved} onNext={intake.next} /> : <IntakeForm intake={intake} />}
    </div>
  );
}

type IntakeFormProps = { readonly intake: IntakeState };

function IntakeForm({ intake }: IntakeFormProps) {
  const form = useRef<HTMLDivElement>(null);
  const { fields, change } = intake;
  const { draft, errors, leave } = fields;
  useHomeFocus(form);
  useFocusAfterChoice(form, draft.procedure?.code);
  const commit = async (then: 'show' | 'next'): Promise<void> => {
    const isKept = await intake.commit(then);
    if (isKept) focusHome(form.current);
    else focusFirstError(form.current);
  };
  useKeys({
    commit: () => void commit('show'),
    commitAndNext: () => void commit('next'),
    tickUsualPapers: intake.tickUsual,
    intake: () => focusHome(form.current),
  });
  return (
    // The keys of the fields inside arrive here; nothing on this element is pressed itself.
    <div className="intake" ref={form} role="presentation" onKeyDown={enterMovesOn}>
      <div className="intake-left">
        <ProcedureCard procedure={draft.procedure} onChoose={intake.choose} />
        <ApplicantFields draft={draft} errors={errors} onChange={change} onLeave={leave} />
      </div>
      <div className="intake-right">
        <PapersList
          draft={draft}
          errors={errors}
          missing={fields.missingPapers}
          onChange={change}
          onLeave={leave}
          onTickUsual={intake.tickUsual}
        />
        <AppointmentCard shown={fields.appointment} draft={draft} errors={errors} onChange={change} onLeave={leave} />
        <CommitCard intake={intake} onCommit={(then) => void commit(then)} />
      </div>
    </div>
  );
}

type CommitCardProps = IntakeFormProps & { readonly onCommit: (then: 'show' | 'next') => void };

function CommitCard({ intake, onCommit }: CommitCardProps) {
  return (
    <section className="intake-commit">
      <CommitNotice intake={intake} />
      <div className="commit-buttons">
        <ActionButton
          size="md"
          keyName="commit"
          loading={intake.isBusy}
          isEnterStop
          testId="commit"
          onClick={() => onCommit('show')}
        >
          {INTAKE.commit}
        </ActionButton>
        <ActionButton
          size="md"
          variant="default"
          keyName="commitAndNext"
          disabled={intake.isBusy}
          testId="commit-and-next"
          onClick={() => onCommit('next')}
        >
          {INTAKE.commitAndNext}
        </ActionButton>
      </div>
    </section>
  );
}

/** One line kept above the buttons: a trouble, what is to mend, or what was kept last. */
function CommitNotice({ intake }: IntakeFormProps) {
  const { trouble, before } = intake;
  const { toMend } = intake.fields;
  const number = before?.dossier.intake?.dossierNumber;
  const name = before?.dossier.intake?.applicant.name;
  return (
    <div className="commit-notice">
      {trouble ? (
        <TroubleNotice trouble={trouble} testId="intake-trouble" />
      ) : toMend ? (
        <Notice tone="bad" testId="intake-to-mend">
          {toMend}
        </Notice>
      ) : number && name ? (
        <Notice tone="plain" testId="intake-before">
          {SAVED.strip(number, name)}
        </Notice>
      ) : undefined}
    </div>
  );
}

/** A chosen procedure moves the beginning on to the name; a procedure to be changed moves it back to the search. */
function useFocusAfterChoice(form: RefObject<HTMLElement | null>, code: string | undefined): void {
  const before = useRef(code);
  useEffect(() => {
    if (before.current === code) return;
    before.current = code;
    focusHome(form.current);
  }, [form, code]);
}
