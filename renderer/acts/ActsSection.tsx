import './acts.css';
import { Button } from '@mantine/core';
import type { ActKind } from '../../domain/lifecycle/act.ts';
import type { DossierFactKind } from '../../domain/lifecycle/dossier-fact.ts';
import { isField } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { isOnTop, useLoneKeys } from '../parts/use-lone-keys.ts';
import { ACT_NAMES, ACTS } from '../text/acts.ts';
import { type OpenAct, openActsOf } from './open-acts.ts';

type ActsSectionProps = {
  readonly acts: readonly DossierFactKind[];
  /** Something beside these is next. */
  readonly hasOther: boolean;
  /** What was done last. */
  readonly note: string | undefined;
  /** A form is open: the keys are its own, Ctrl+Z that of its text. */
  readonly isAsking: boolean;
  readonly onAct: (kind: ActKind) => void;
};

/** What may be done next, each with its key; the rare ones below a line. */
export function ActsSection({ acts, hasOther, note, isAsking, onAct }: ActsSectionProps) {
  const open = openActsOf(acts);
  const daily = open.filter(({ isRare }) => !isRare);
  const rare = open.filter(({ isRare }) => isRare);
  useActKeys(isAsking ? [] : open, onAct);
  if (hasOther && open.length === 0 && note === undefined) return undefined;
  return (
    <section className="acts" data-testid="acts">
      <h3>{ACTS.title}</h3>
      <output className="acts-note" data-testid="acts-note">
        {note}
      </output>
      {open.length === 0 && <p className="soft">{ACTS.none}</p>}
      {daily.map((act) => (
        <ActButton key={act.kind} act={act} onAct={onAct} />
      ))}
      {daily.length > 0 && rare.length > 0 && <hr className="acts-line" />}
      {rare.map((act) => (
        <ActButton key={act.kind} act={act} onAct={onAct} />
      ))}
    </section>
  );
}

type ActButtonProps = { readonly act: OpenAct; readonly onAct: (kind: ActKind) => void };

function ActButton({ act: { kind, key, isRare }, onAct }: ActButtonProps) {
  return (
    <Button
      variant={isRare ? 'subtle' : 'default'}
      size="compact-md"
      fullWidth
      justify="space-between"
      rightSection={key && <kbd className="key-hint">{key.label}</kbd>}
      data-testid={`act-open-${kind}`}
      onClick={() => onAct(kind)}
    >
      {ACT_NAMES[kind]}
    </Button>
  );
}

function useActKeys(open: readonly OpenAct[], onAct: (kind: ActKind) => void): void {
  useLoneKeys(
    open.map(({ kind, key }) => ({ key, onPress: () => onAct(kind) })),
    'panel',
  );
  const press = (kind: ActKind): void => {
    if (!isField(document.activeElement) && isOnTop('panel')) onAct(kind);
  };
  const isOpen = (kind: ActKind): boolean => open.some((act) => act.kind === kind);
  useKeys(
    {
      ...(isOpen('supplement-requested') ? { requestSupplement: () => press('supplement-requested') } : {}),
      ...(isOpen('step-undone') ? { undoStep: () => press('step-undone') } : {}),
    },
    'everywhere',
  );
}
