import './intake.css';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { AppState } from '../../electron/contract/views.ts';
import { BeforeDialogs } from '../before-intake/BeforeDialogs.tsx';
import { BeforeIntakeBar } from '../before-intake/BeforeIntakeBar.tsx';
import { StandingStrip } from '../before-intake/StandingStrip.tsx';
import { ToldPanel } from '../before-intake/ToldPanel.tsx';
import { useBeforeAsking } from '../before-intake/use-before-asking.ts';
import type { StandingAsked } from '../before-intake/use-standing.ts';
import { CitizenView } from '../citizen-view/CitizenView.tsx';
import { shownDraft } from '../citizen-view/shown-draft.ts';
import { DateDialog } from '../clock/DateDialog.tsx';
import { mayBeOnTheSpot } from '../../domain/on-the-spot.ts';
import { FeeCard } from '../fees/FeeCard.tsx';
import { StationDialog } from '../numbers/StationDialog.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { focusFirstError } from '../parts/next-field.ts';
import { focusHome, useHomeFocus } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { ApplicantFields } from './ApplicantFields.tsx';
import { AppointmentCard } from './AppointmentCard.tsx';
import { CommitCard } from './CommitCard.tsx';
import { focusFirstNeed } from './focus-need.ts';
import { PapersList } from './PapersList.tsx';
import { ProcedureCard } from './ProcedureCard.tsx';
import { SavedPanel } from './SavedPanel.tsx';
import { StartDialog } from './StartDialog.tsx';
import { type IntakeState, useIntake } from './use-intake.ts';
import { useStartDialog } from './use-start-dialog.ts';
import type { After } from './use-reception.ts';
import { type Unprinted, useUnprinted } from './use-unprinted.ts';

type IntakeScreenProps = {
  readonly app: AppState;
  /** Counts how often a reception was asked for: what was saved then gives way to the next. */
  readonly asked: number;
  /** What stands here already and is to be received under its own code. */
  readonly standing: StandingAsked | undefined;
  readonly onReceive: (dossier: Dossier) => void;
  readonly onChanged: () => void;
};

/** Receives a dossier. */
export function IntakeScreen({ app, asked, standing, onReceive, onChanged }: IntakeScreenProps) {
  const intake = useIntake(app);
  useNextWhenAsked(intake, asked);
  useStandingWhenAsked(intake, standing);
  const unprinted = useUnprinted();
  const { drafts } = intake;
  const screen = useRef<HTMLDivElement>(null);
  const start = useStartDialog(drafts, unprinted);
  const close = (): void => {
    start.close();
    focusHome(screen.current);
  };
  return (
    <div className="screen" ref={screen} data-testid="screen-intake">
      {intake.saved && <SavedPanel saved={intake.saved} onNext={intake.next} onCard={intake.nextByCard} />}
      {intake.told && <ToldPanel dossier={intake.told} onNext={() => intake.next('nothing')} />}
      {!intake.saved && !intake.told && (
        <IntakeForm
          intake={intake}
          app={app}
          unprinted={unprinted}
          onReceive={onReceive}
          onChanged={onChanged}
          onShowUnprinted={start.open}
        />
      )}
      <StartDialog
        opened={start.isOpen}
        waiting={drafts.waiting[0]}
        unprinted={unprinted}
        onClose={close}
        onRestore={() => {
          start.close();
          void intake.restore();
        }}
        onDiscard={() => {
          drafts.discard();
          close();
        }}
      />
    </div>
  );
}

type IntakeFormProps = Pick<IntakeScreenProps, 'app' | 'onReceive' | 'onChanged'> & {
  readonly intake: IntakeState;
  readonly unprinted: Unprinted;
  readonly onShowUnprinted: () => void;
};

function IntakeForm({ intake, app, unprinted, onReceive, onChanged, onShowUnprinted }: IntakeFormProps) {
  const form = useRef<HTMLDivElement>(null);
  const { fields, change, drafts } = intake;
  const { draft, errors, leave } = fields;
  useHomeFocus(form);
  useFocusAfterChoice(form, draft.procedure?.code);
  useFocusAfterRestore(form, intake);
  useFocusAfterUndo(form, drafts.canUndo);
  const finish = async (isKept: Promise<boolean>): Promise<void> => {
    if (await isKept) focusHome(form.current);
    else focusFirstError(form.current);
  };
  const commit = (after: After): void => void finish(intake.commit(after));
  const asking = useBeforeAsking(draft.procedure !== undefined, () => focusHome(form.current));
  const { standing } = draft;
  useKeys({
    commit: () => commit('show'),
    commitAndNext: () => commit('next'),
    ...(draft.procedure ? { tickUsualPapers: intake.tickUsual } : {}),
    ...(draft.procedure && mayBeOnTheSpot(draft.procedure) && intake.switchOnTheSpot
      ? { onTheSpot: intake.switchOnTheSpot }
      : {}),
    intake: () => focusHome(form.current),
    ...(standing ? { back: intake.putOff } : {}),
    ...(drafts.waiting.length > 0 ? { restoreDraft: () => void intake.restore() } : {}),
  });
  return (
    <>
      {/* The keys of the fields inside arrive here; nothing on this element is pressed itself. */}
      <div className="intake" ref={form} role="presentation" onKeyDown={enterMovesOn} onBlur={drafts.flush}>
        <div className="intake-left">
          {standing && <StandingStrip standing={standing} onLeave={intake.putOff} />}
          <ProcedureCard procedure={draft.procedure} onChoose={intake.choose} />
          <ApplicantFields
            draft={draft}
            errors={errors}
            card={intake.card}
            onChange={change}
            onLeave={leave}
            onCardTaken={intake.cardTaken}
          />
          <FeeCard
            draft={draft}
            fees={fields.fees}
            isSaid={fields.isSaid}
            errors={errors}
            onChange={change}
            onSwitch={intake.switchOnTheSpot}
          />
          <BeforeIntakeBar asking={asking}>
            <CitizenView shown={shownDraft(fields)} variant="subtle" size="compact-xs" />
          </BeforeIntakeBar>
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
          <CommitCard
            intake={intake}
            unprinted={unprinted.stillOpen}
            onCommit={commit}
            onShowUnprinted={onShowUnprinted}
          />
        </div>
      </div>
      <BeforeDialogs intake={intake} app={app} asking={asking} onReceive={onReceive} />
      <Obstacles
        intake={intake}
        app={app}
        onGone={() => {
          onChanged();
          void finish(intake.goOn());
        }}
      />
    </>
  );
}

/** Whoever asks for a reception from another screen wants a new one, not to see again what was saved. */
function useNextWhenAsked(intake: IntakeState, asked: number): void {
  const seen = useRef(asked);
  const goOn = useEffectEvent(() => (intake.saved ?? intake.told) && intake.next('nothing'));
  useEffect(() => {
    if (seen.current === asked) return;
    seen.current = asked;
    goOn();
  }, [asked]);
}

/** What stands here already comes into the fields each time it is asked for. */
function useStandingWhenAsked(intake: IntakeState, standing: StandingAsked | undefined): void {
  const seen = useRef(standing?.serial);
  const take = useEffectEvent((asked: StandingAsked) => void intake.receiveStanding(asked.dossier));
  useEffect(() => {
    if (!standing || seen.current === standing.serial) return;
    seen.current = standing.serial;
    take(standing);
  }, [standing]);
}

type ObstaclesProps = {
  readonly intake: IntakeState;
  readonly app: AppState;
  readonly onGone: () => void;
};

/** What is asked in the middle of a reception. Leaving it gives the focus back to where it was. */
function Obstacles({ intake, app, onGone }: ObstaclesProps) {
  const { obstacle, giveUp } = intake;
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (!obstacle) return;
    const { activeElement } = document;
    if (activeElement?.closest('.intake')) before.current = activeElement;
  }, [obstacle]);
  // A kept screen that is left must not leave its question behind.
  const forget = useEffectEvent(giveUp);
  useEffect(() => () => forget(), []);
  const leave = (): void => {
    giveUp();
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  return (
    <>
      <DateDialog opened={obstacle === 'date'} now={app.now} goesOn onClose={leave} onConfirmed={onGone} />
      <StationDialog opened={obstacle === 'station'} onClose={leave} onTaken={onGone} />
    </>
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

/** The button that takes a dropped form back goes by itself, perhaps from under the hands. */
function useFocusAfterUndo(form: RefObject<HTMLElement | null>, canUndo: boolean): void {
  useEffect(() => {
    if (!canUndo && document.activeElement === document.body) focusHome(form.current);
  }, [form, canUndo]);
}

/** A form that was put back goes on where it needs something. */
function useFocusAfterRestore(form: RefObject<HTMLElement | null>, { restored, fields }: IntakeState): void {
  const seen = useRef<IntakeState['restored']>(undefined);
  const { refusals, draft } = fields;
  const hasProcedure = draft.procedure !== undefined;
  useEffect(() => {
    if (!restored || restored === seen.current) return;
    seen.current = restored;
    focusFirstNeed(form.current, refusals, hasProcedure);
  }, [form, restored, refusals, hasProcedure]);
}
