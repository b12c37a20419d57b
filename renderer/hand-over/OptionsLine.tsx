import type { Dossier } from '../../domain/dossier.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useOptionsOpen } from '../parts/OptionsDialog.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { HAND_OVER_OPTIONS, WAYS } from '../text/hand-over-options.ts';
import { type HandOverDraft, isMadeNow } from './hand-over-draft.ts';
import { HandOverOptionsDialog } from './HandOverOptionsDialog.tsx';

type OptionsLineProps = {
  readonly draft: HandOverDraft;
  readonly dossier: Dossier | undefined;
  readonly onChange: (part: Partial<HandOverDraft>) => void;
};

/** How the result goes out, in one quiet line that one key opens. */
export function OptionsLine({ draft, dossier, onChange }: OptionsLineProps) {
  const { isOpen, open, close } = useOptionsOpen();
  useKeys({ intakeOptions: open });
  const said = [WAYS[draft.by], ...(draft.isSlipLost ? [HAND_OVER_OPTIONS.withDeclaration] : [])];
  return (
    <div className="hand-over-way">
      <span className="soft" data-testid="hand-over-way">
        {said.join(' · ')}
      </span>
      <ActionButton
        size="compact-sm"
        variant="default"
        keyName="intakeOptions"
        testId="hand-over-options-open"
        onClick={open}
      >
        {HAND_OVER_OPTIONS.open}
      </ActionButton>
      <HandOverOptionsDialog
        opened={isOpen}
        options={draft}
        isMadeNow={isMadeNow(dossier)}
        onClose={close}
        onDone={(options) => {
          onChange(options);
          close();
        }}
      />
    </div>
  );
}
