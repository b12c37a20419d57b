import './intake-options.css';
import { Checkbox } from '@mantine/core';
import { useRef, useState } from 'react';
import { tidyText } from '../../domain/typed-text.ts';
import { Choice } from '../parts/Choice.tsx';
import { Field } from '../parts/Field.tsx';
import { OptionsDialog, OptionsForm } from '../parts/OptionsDialog.tsx';
import { CHANNELS, OPTIONS, RESULT_PLACES } from '../text/intake-options.ts';
import type { OptionsDraft } from './options-draft.ts';

type IntakeOptionsDialogProps = {
  readonly opened: boolean;
  readonly options: OptionsDraft;
  /** Where the applicant lives: nearly always where the result is sent. */
  readonly homeAddress: string;
  readonly isRestricted: boolean;
  /** The result is given at once: nothing is asked about where it goes. */
  readonly isOnTheSpot: boolean;
  /** It came in before: its channel is known. */
  readonly isStanding: boolean;
  readonly onClose: () => void;
  readonly onDone: (options: OptionsDraft) => void;
};

/** The options of one reception: taken over together, or left as they were. */
export function IntakeOptionsDialog({ opened, onClose, ...asked }: IntakeOptionsDialogProps) {
  return (
    <OptionsDialog opened={opened} onClose={onClose} title={OPTIONS.title}>
      <Body {...asked} onClose={onClose} />
    </OptionsDialog>
  );
}

function Body({
  options,
  homeAddress,
  isRestricted,
  isOnTheSpot,
  isStanding,
  onClose,
  onDone,
}: Omit<IntakeOptionsDialogProps, 'opened'>) {
  const [typed, setTyped] = useState(options);
  const [isSaid, setSaid] = useState(false);
  const address = useRef<HTMLInputElement>(null);
  const change = (part: Partial<OptionsDraft>): void => setTyped((old) => ({ ...old, ...part }));
  const isByPost = !isOnTheSpot && typed.resultAt === 'home-by-post';
  const lacksAddress = isByPost && tidyText(typed.resultAddress) === '';
  const done = (): void => {
    setSaid(true);
    if (lacksAddress) address.current?.focus();
    else onDone(typed);
  };
  return (
    <OptionsForm testId="options-dialog" done={OPTIONS.done} doneTestId="options-done" onDone={done} onClose={onClose}>
      {!isStanding && (
        <Choice
          label={OPTIONS.channel}
          texts={CHANNELS}
          value={typed.channel}
          testId="options-channel"
          onChange={(channel) => change({ channel })}
        />
      )}
      {!isOnTheSpot && (
        <>
          <Choice
            label={OPTIONS.resultAt}
            texts={RESULT_PLACES}
            value={typed.resultAt}
            testId="options-result"
            onChange={(resultAt) => change({ resultAt, resultAddress: typed.resultAddress || homeAddress })}
          />
          <Field
            label={OPTIONS.address}
            value={isByPost ? typed.resultAddress : ''}
            disabled={!isByPost}
            ref={address}
            maxLength={300}
            error={isSaid && lacksAddress ? OPTIONS.addressMissing : undefined}
            testId="options-address"
            onText={(resultAddress) => change({ resultAddress })}
          />
        </>
      )}
      {isRestricted && (
        <Checkbox
          label={OPTIONS.hidesTitle}
          description={OPTIONS.hidesTitleHint}
          checked={typed.hidesTitle}
          data-testid="options-hides-title"
          onChange={(event) => change({ hidesTitle: event.currentTarget.checked })}
        />
      )}
    </OptionsForm>
  );
}
