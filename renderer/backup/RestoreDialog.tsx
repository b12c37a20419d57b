import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { BackupRow } from '../../electron/contract/views.ts';
import { momentInWords } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { PLACES, RESTORE_DIALOG } from '../text/backup.ts';
import { COMMON } from '../text/vi.ts';

type RestoreDialogProps = {
  /** Undefined: closed. */
  readonly row: BackupRow | undefined;
  readonly onClose: () => void;
  readonly onYes: (id: string) => Promise<boolean>;
};

/** Says what a restore does before it does it. */
export function RestoreDialog({ row, onClose, onYes }: RestoreDialogProps) {
  return (
    <Modal opened={row !== undefined} onClose={onClose} title={RESTORE_DIALOG.title} size="lg" centered>
      {row && <Question row={row} onClose={onClose} onYes={onYes} />}
    </Modal>
  );
}

function Question({ row, onClose, onYes }: RestoreDialogProps & { readonly row: BackupRow }) {
  const [isBusy, setBusy] = useState(false);
  const restore = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    await onYes(row.id);
    // Begun or refused: the screen below says which.
    onClose();
  };
  useKeys({ commit: () => void restore() }, 'everywhere');
  return (
    <div data-testid="restore-dialog">
      <p>
        <strong>{RESTORE_DIALOG.from(PLACES[row.place], momentInWords(row.at), row.dossiers)}</strong>
      </p>
      <ul className="restore-points">
        {[RESTORE_DIALOG.carried, RESTORE_DIALOG.numbers, RESTORE_DIALOG.keeps, RESTORE_DIALOG.wait].map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <div className="dialog-actions">
        <ActionButton variant="default" keyName="back" onClick={onClose}>
          {COMMON.cancel}
        </ActionButton>
        <ActionButton keyName="commit" loading={isBusy} testId="restore-yes" onClick={() => void restore()}>
          {RESTORE_DIALOG.confirm}
        </ActionButton>
      </div>
    </div>
  );
}
