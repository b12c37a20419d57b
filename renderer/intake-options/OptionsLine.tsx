import { Fragment } from 'react';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useOptionsOpen } from '../parts/OptionsDialog.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { type IntakeDraft, optionsOf } from '../intake/intake-draft.ts';
import { CHANNELS, OPTIONS, RESULT_PLACES } from '../text/intake-options.ts';
import { IntakeOptionsDialog } from './IntakeOptionsDialog.tsx';

type OptionsLineProps = {
  readonly draft: IntakeDraft;
  readonly onChange: (part: Partial<IntakeDraft>) => void;
};

/** How the dossier comes in and where the result is wanted, in one quiet line that one key opens. */
export function OptionsLine({ draft, onChange }: OptionsLineProps) {
  const { isOpen, open, close } = useOptionsOpen();
  useKeys({ intakeOptions: open });
  const { channel, resultAt, hidesTitle } = optionsOf(draft);
  const isRestricted = draft.procedure?.isRestricted === true;
  const said = [
    CHANNELS[channel],
    RESULT_PLACES[resultAt],
    ...(isRestricted && hidesTitle ? [OPTIONS.titleHidden] : []),
  ];
  return (
    <div className="options-line">
      <span className="soft" data-testid="options-said">
        {said.map((words, at) => (
          <Fragment key={words}>
            {at > 0 && ' '}
            <span className="options-words">{at < said.length - 1 ? `${words} ·` : words}</span>
          </Fragment>
        ))}
      </span>
      <ActionButton size="compact-sm" variant="default" keyName="intakeOptions" testId="options-open" onClick={open}>
        {OPTIONS.open}
      </ActionButton>
      <IntakeOptionsDialog
        opened={isOpen}
        options={draft.options}
        isOnTheSpot={draft.isOnTheSpot}
        isStanding={draft.standing !== undefined}
        homeAddress={draft.address}
        isRestricted={isRestricted}
        onClose={close}
        onDone={(options) => {
          onChange({ options });
          close();
        }}
      />
    </div>
  );
}
