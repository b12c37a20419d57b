import './acts.css';
import { Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ActKind } from '../../domain/lifecycle/act.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { RequiredPaper } from '../../domain/procedure.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Loading } from '../parts/Blank.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { focusFirstError } from '../parts/next-field.ts';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { aboutText, ACT_BODIES, ACT_NAMES, ACTS } from '../text/acts.ts';
import { COMMON } from '../text/vi.ts';
import type { ActGiven } from './act-draft.ts';
import { ActFields } from './ActFields.tsx';
import { useAct } from './use-act.ts';
import { useRequiredPapers } from './use-required-papers.ts';

type ActDialogProps = {
  /** Undefined: closed. */
  readonly kind: ActKind | undefined;
  readonly given: ActGiven;
  readonly onClose: () => void;
  readonly onDone: (kind: ActKind, dossier: Dossier) => void;
};

/** One dialog for everything that may be done with a dossier: it asks for what that act needs, and nothing else. */
export function ActDialog({ kind, given, onClose, onDone }: ActDialogProps) {
  return (
    <Modal
      opened={kind !== undefined}
      onClose={onClose}
      title={kind && ACT_NAMES[kind]}
      size="xl"
      centered
      returnFocus={false}
      // Esc is the form's: it asks before it drops what was typed.
      closeOnEscape={false}
      withCloseButton={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      {kind && <Loaded kind={kind} given={given} onClose={onClose} onDone={(dossier) => onDone(kind, dossier)} />}
    </Modal>
  );
}

type FormProps = {
  readonly kind: ActKind;
  readonly given: ActGiven;
  readonly onClose: () => void;
  readonly onDone: (dossier: Dossier) => void;
};

/**
 * A supplement is chosen from the papers of the procedure: the form begins when they are known. It stays about what the
 * clerk saw when it was opened; what happened since is refused by the rules.
 */
function Loaded({ kind, given: seen, onClose, onDone }: FormProps) {
  const [given] = useState(seen);
  const required = useRequiredPapers(kind === 'supplement-requested' ? given.sides.dossier : undefined);
  if (!required) return <Loading />;
  return <Form kind={kind} given={given} required={required} onClose={onClose} onDone={onDone} />;
}

function Form({ kind, given, required, onClose, onDone }: FormProps & { readonly required: readonly RequiredPaper[] }) {
  const form = useRef<HTMLDivElement>(null);
  const state = useAct({ kind, given, required }, onDone);
  const [leaving, setLeaving] = useState(state.draft);
  const isLeaving = state.isTyped && leaving === state.draft;
  const leave = (): void => (state.isTyped && !isLeaving ? setLeaving(state.draft) : onClose());
  const commit = async (): Promise<void> => {
    await state.commit();
    focusFirstError(form.current);
  };
  useKeys({ commit: () => void commit(), back: leave }, 'everywhere');
  // What had to be asked first came after the dialog had looked where the focus goes.
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  const about = aboutText(kind, given.sides);
  return (
    // The keys of the fields inside arrive here; nothing on this element is pressed itself.
    <div
      className="act"
      ref={form}
      role="presentation"
      data-testid="act-dialog"
      data-kind={kind}
      onKeyDown={enterMovesOn}
    >
      {ACT_BODIES[kind] && <p className="soft">{ACT_BODIES[kind]}</p>}
      {about && (
        <p className="act-about" data-testid="act-about">
          {about}
        </p>
      )}
      <ActFields state={state} />
      <div className="act-foot">
        {state.said.trouble && <TroubleNotice trouble={state.said.trouble} testId="act-trouble" />}
        {isLeaving && (
          <Notice tone="plain" testId="act-leave">
            {ACTS.leaveTyped}
          </Notice>
        )}
        <div className="dialog-actions">
          <ActionButton variant="default" keyName="back" onClick={leave}>
            {COMMON.cancel}
          </ActionButton>
          <ActionButton
            keyName="commit"
            loading={state.isBusy}
            isEnterStop
            testId="act-confirm"
            onClick={() => void commit()}
          >
            {ACTS.confirm}
          </ActionButton>
        </div>
      </div>
    </div>
  );
}
