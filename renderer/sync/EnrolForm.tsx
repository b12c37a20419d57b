import { ActionButton } from '../parts/ActionButton.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { Field } from '../parts/Field.tsx';
import { Notice } from '../parts/Notice.tsx';
import { ENROL, SYNC } from '../text/sync.ts';
import type { SyncActions } from './use-sync.ts';

type EnrolFormProps = {
  readonly actions: SyncActions;
  /** A server is named already. */
  readonly isAgain: boolean;
};

/** Names the server, with the one-time code that it gave. */
export function EnrolForm({ actions, isAgain }: EnrolFormProps) {
  return (
    // The keys of the fields inside arrive here; nothing on this element is pressed itself.
    <section className="card" role="presentation" onKeyDown={enterMovesOn}>
      <h2>{isAgain ? ENROL.again : ENROL.title}</h2>
      {!isAgain && <p className="soft">{SYNC.why}</p>}
      <Field
        label={ENROL.url}
        hint={ENROL.urlHint}
        value={actions.serverUrl}
        inputMode="url"
        data-home
        testId="server-url"
        onText={actions.typeUrl}
      />
      <Field
        label={ENROL.code}
        hint={ENROL.codeHint}
        value={actions.code}
        testId="server-code"
        onText={actions.typeCode}
      />
      {actions.refusal && (
        <Notice tone="bad" testId="enrol-refusal">
          {actions.refusal}
        </Notice>
      )}
      <ActionButton
        size="md"
        loading={actions.isBusy}
        isEnterStop
        testId="enrol"
        {...(isAgain ? { variant: 'default' as const } : {})}
        onClick={() => void actions.enrol()}
      >
        {isAgain ? ENROL.again : ENROL.submit}
      </ActionButton>
    </section>
  );
}
