import { ActionButton } from '../parts/ActionButton.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { FIND, SAVE_FOUND } from '../text/find.ts';
import type { SaveFound } from './use-save-found.ts';

type FoundFootProps = { readonly total: number; readonly saving: SaveFound };

/** How many are found, and all of them as a file. One key begins to save and stops it. */
export function FoundFoot({ total, saving }: FoundFootProps) {
  const { note, trouble, isSaving, progress, save, stop } = saving;
  const press = progress ? stop : (): void => void save();
  useKeys({ saveTable: press });
  const said = progress ? SAVE_FOUND.saving(progress.done, progress.total) : note;
  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} testId="found-trouble" />}
      <div className="register-foot found-foot soft">
        <p data-testid="found-count">
          {FIND.count(total)} · {FIND.rowHint}
        </p>
        <output className="found-note" data-testid="found-note">
          {said ?? (isSaving ? SAVE_FOUND.preparing : '')}
          {progress && <progress aria-label={SAVE_FOUND.save} max={progress.total} value={progress.done} />}
        </output>
        <ActionButton
          keyName="saveTable"
          size="compact-sm"
          variant="default"
          disabled={isSaving && !progress}
          testId="found-save"
          onClick={press}
        >
          {progress ? SAVE_FOUND.stop : SAVE_FOUND.save}
        </ActionButton>
      </div>
    </>
  );
}
