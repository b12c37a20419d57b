import { Modal } from '@mantine/core';
import { keyNames } from '../keys.ts';
import { KeyHint } from '../parts/KeyHint.tsx';
import { HELP, KEY_TEXTS } from '../text/vi.ts';

type HelpDialogProps = { readonly opened: boolean; readonly onClose: () => void };

/** All keys, from the one table. */
export function HelpDialog({ opened, onClose }: HelpDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={HELP.title} size="lg" centered>
      <dl className="help-keys" data-testid="help">
        {keyNames().map((name) => (
          <div key={name}>
            <dt>
              <KeyHint name={name} />
            </dt>
            <dd>{KEY_TEXTS[name]}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{HELP.acts}</p>
      <p className="soft">{HELP.scanning}</p>
      <p className="soft">{HELP.offline}</p>
    </Modal>
  );
}
