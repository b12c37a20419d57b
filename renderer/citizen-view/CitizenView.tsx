import './citizen-view.css';
import { Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../parts/ActionButton.tsx';
import { KeyHint } from '../parts/KeyHint.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { CITIZEN_VIEW } from '../text/citizen-view.ts';
import { COMMON } from '../text/vi.ts';
import type { Shown, ShownLine } from './shown-line.ts';

type CitizenViewProps = {
  readonly shown: Shown;
  /** Of the button. */
  readonly variant: 'subtle' | 'default';
  readonly size: 'compact-xs' | 'md';
};

/** The screen turned to the citizen: one key covers it with what is said below, another goes back to where the hands were. */
export function CitizenView({ shown, variant, size }: CitizenViewProps) {
  const [isOpen, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  const open = (): void => {
    before.current = document.activeElement;
    setOpen(true);
  };
  const close = (): void => {
    setOpen(false);
    // After the dialog is gone: until then the focus is kept inside it.
    requestAnimationFrame(() => before.current instanceof HTMLElement && before.current.focus());
  };
  useKeys({ citizenView: open });
  // A kept screen that is left must not leave somebody's name behind.
  useEffect(() => () => setOpen(false), []);
  return (
    <>
      <ActionButton variant={variant} size={size} keyName="citizenView" testId="citizen-view-open" onClick={open}>
        {CITIZEN_VIEW.open}
      </ActionButton>
      <Modal
        opened={isOpen}
        onClose={close}
        fullScreen
        title={shown.title}
        withCloseButton={false}
        returnFocus={false}
        transitionProps={{ duration: 0 }}
        classNames={{
          content: 'citizen-content',
          header: 'citizen-header',
          title: 'citizen-title',
          body: 'citizen-body',
        }}
      >
        <Body shown={shown} onClose={close} />
      </Modal>
    </>
  );
}

function Body({ shown, onClose }: { readonly shown: Shown; readonly onClose: () => void }) {
  useKeys({ citizenView: onClose, nextField: onClose }, 'everywhere');
  return (
    <div className="citizen" data-testid="citizen-view" data-autofocus tabIndex={-1}>
      <dl className="citizen-lines">
        {shown.lines.map((line) => (
          <Line key={line.name} {...line} />
        ))}
      </dl>
      <p className="citizen-back" aria-hidden="true">
        <KeyHint name="back" /> {COMMON.close}
      </p>
    </div>
  );
}

function Line({ name, value, isLarge, isShort }: ShownLine) {
  const classes = ['citizen-line', ...(isLarge ? ['citizen-large'] : []), ...(isShort ? ['citizen-short'] : [])];
  return (
    <div className={classes.join(' ')}>
      <dt>{name}</dt>
      <dd>{value === '' ? <span className="citizen-empty">{CITIZEN_VIEW.empty}</span> : value}</dd>
    </div>
  );
}
