import { type KeyboardEvent, type SyntheticEvent, useRef, useState } from 'react';
import type { SavedView } from '../../electron/contract/look-up-commands.ts';
import { isKey } from '../keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { AskDialog } from '../parts/AskDialog.tsx';
import { Field } from '../parts/Field.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { VIEWS } from '../text/find-views.ts';
import { COMMON } from '../text/vi.ts';
import type { Choices } from './filters.ts';
import type { Views } from './use-views.ts';
import { ViewLines } from './ViewLines.tsx';

type ViewsDialogProps = {
  readonly opened: boolean;
  readonly views: Views;
  readonly choices: Choices;
  readonly onClose: () => void;
};

/** The kept ways to look: opened by a digit, kept under a name, renamed and removed. */
export function ViewsDialog({ opened, ...content }: ViewsDialogProps) {
  return (
    <AskDialog.Frame leadsOn opened={opened} onClose={content.onClose} title={VIEWS.title}>
      <KeptViews {...content} />
    </AskDialog.Frame>
  );
}

function KeptViews({ views: kept, choices, onClose }: Omit<ViewsDialogProps, 'opened'>) {
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string>();
  const current = kept.views.find((view) => view.name === chosen) ?? kept.views[0];
  const open = (view: SavedView): void => {
    kept.open(view);
    onClose();
  };
  const settled = (isDone: boolean): void => {
    if (isDone) setName('');
    field.current?.focus();
  };
  const save = async (): Promise<void> => settled(await kept.save(name));
  const rename = async (): Promise<void> => {
    if (current) settled(await kept.rename(current.name, name));
  };
  const remove = async (): Promise<void> => {
    if (current) settled(await kept.remove(current.name));
  };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    void save();
  };
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (isKey('commit', event.nativeEvent)) void rename();
    else if (isKey('removeLine', event.nativeEvent) && event.target !== field.current) void remove();
    else return;
    event.preventDefault();
  };
  return (
    // The keys of what is inside arrive here; nothing on this element is pressed itself.
    <form className="filter-form" data-testid="views-dialog" role="presentation" onSubmit={send} onKeyDown={press}>
      <div className="view-name">
        <Field
          ref={field}
          label={VIEWS.name}
          value={name}
          hint={VIEWS.nameHint}
          maxLength={80}
          testId="view-name"
          {...(kept.views.length === 0 ? { 'data-autofocus': true } : {})}
          onText={setName}
        />
        <ActionButton keyName="nextField" testId="view-save" onClick={() => void save()}>
          {VIEWS.save}
        </ActionButton>
      </div>
      <ViewLines views={kept.views} chosen={current?.name} choices={choices} onChoose={setChosen} onOpen={open} />
      <div className="view-trouble">
        {kept.trouble && <TroubleNotice trouble={kept.trouble} testId="view-trouble" />}
      </div>
      <div className="dialog-actions">
        <ActionButton variant="default" keyName="back" onClick={onClose}>
          {COMMON.close}
        </ActionButton>
        {current && (
          <>
            <ActionButton variant="default" keyName="removeLine" testId="view-remove" onClick={() => void remove()}>
              {VIEWS.remove}
            </ActionButton>
            <ActionButton variant="default" keyName="commit" testId="view-rename" onClick={() => void rename()}>
              {VIEWS.rename}
            </ActionButton>
          </>
        )}
      </div>
    </form>
  );
}
