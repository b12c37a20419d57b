import { useEffect, useRef, useState } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { HAND_OVER_OPTIONS, WAYS } from '../text/hand-over-options.ts';
import { type HandOverDraft, isMadeNow } from './hand-over-draft.ts';
import { OptionsDialog } from './OptionsDialog.tsx';

type OptionsLineProps = {
  readonly draft: HandOverDraft;
  readonly dossier: Dossier | undefined;
  readonly onChange: (part: Partial<HandOverDraft>) => void;
};

/** How the result goes out, in one quiet line that one key opens. */
export function OptionsLine({ draft, dossier, onChange }: OptionsLineProps) {
  const [isOpen, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  const open = (): void => {
    before.current = document.activeElement;
    setOpen(true);
  };
  const close = (): void => {
    setOpen(false);
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  useKeys({ intakeOptions: open });
  // A kept screen that is left must not leave its dialog behind.
  useEffect(() => () => setOpen(false), []);
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
      <OptionsDialog
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
