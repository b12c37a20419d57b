import { Checkbox } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import { LOOK_UP_COLUMNS, type LookUpColumn } from '../../domain/look-up.ts';
import { LIST_KEYS } from '../keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { AskDialog } from '../parts/AskDialog.tsx';
import { COLUMNS_DIALOG, FOUND_COLUMNS } from '../text/find.ts';
import { ALWAYS_SHOWN } from './found-cells.tsx';
import { useLoneKeys } from '../parts/use-lone-keys.ts';

type ColumnsDialogProps = {
  readonly opened: boolean;
  readonly columns: readonly LookUpColumn[];
  readonly onToggle: (column: LookUpColumn) => void;
  readonly onClose: () => void;
};

/** Which columns show: a digit shows or hides one, Enter is done. */
export function ColumnsDialog({ opened, ...choosing }: ColumnsDialogProps) {
  return (
    <AskDialog.Frame leadsOn opened={opened} onClose={choosing.onClose} title={COLUMNS_DIALOG.title}>
      <Columns {...choosing} />
    </AskDialog.Frame>
  );
}

const HIDEABLE = LOOK_UP_COLUMNS.filter((column) => !ALWAYS_SHOWN.has(column));

function Columns({ columns, onToggle, onClose }: Omit<ColumnsDialogProps, 'opened'>) {
  useLoneKeys(
    HIDEABLE.map((column, index) => ({ key: LIST_KEYS[index], onPress: () => onToggle(column) })),
    'panel',
  );
  const done = (event: SyntheticEvent): void => {
    event.preventDefault();
    onClose();
  };
  return (
    <form className="filter-form" data-testid="columns-dialog" onSubmit={done}>
      <p className="soft">{COLUMNS_DIALOG.hint}</p>
      {HIDEABLE.map((column, index) => (
        <div key={column} className="column-choice">
          <kbd className="key-hint">{LIST_KEYS[index]?.label}</kbd>
          <Checkbox
            label={FOUND_COLUMNS[column]}
            checked={columns.includes(column)}
            data-testid={`column-${column}`}
            onChange={() => onToggle(column)}
          />
        </div>
      ))}
      <div className="dialog-actions">
        <ActionButton keyName="nextField" testId="columns-done" isAutoFocused onClick={onClose}>
          {COLUMNS_DIALOG.done}
        </ActionButton>
      </div>
    </form>
  );
}
