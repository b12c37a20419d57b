import './intake-options.css';
import { Checkbox, Modal } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { tidyText } from '../../domain/typed-text.ts';
import { isKey } from '../keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Field } from '../parts/Field.tsx';
import { CHANNELS, OPTIONS, RESULT_PLACES } from '../text/intake-options.ts';
import { COMMON } from '../text/vi.ts';
import type { OptionsDraft } from './options-draft.ts';

type OptionsDialogProps = {
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
export function OptionsDialog({ opened, onClose, ...asked }: OptionsDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={OPTIONS.title}
      size="lg"
      centered
      returnFocus={false}
      withCloseButton={false}
    >
      <Body {...asked} onClose={onClose} />
    </Modal>
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
}: Omit<OptionsDialogProps, 'opened'>) {
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
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isKey('nextField', event.nativeEvent) || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    done();
  };
  return (
    // The keys of the fields inside arrive here; nothing on this element is pressed itself.
    <div className="options-dialog" role="presentation" data-testid="options-dialog" onKeyDown={onKeyDown}>
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
      <div className="dialog-actions">
        <ActionButton variant="default" keyName="back" onClick={onClose}>
          {COMMON.cancel}
        </ActionButton>
        <ActionButton keyName="nextField" testId="options-done" onClick={done}>
          {OPTIONS.done}
        </ActionButton>
      </div>
    </div>
  );
}
