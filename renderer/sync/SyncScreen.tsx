import './sync.css';
import { useRef } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { ScanCode } from '../../domain/scan-code.ts';
import type { AppState } from '../../electron/contract/views.ts';
import { DossierPanel } from '../dossier/DossierPanel.tsx';
import { useHomeFocus } from '../parts/use-home-focus.ts';
import { usePanel } from '../register/use-panel.ts';
import { SyncLists } from './SyncLists.tsx';
import { SyncSide } from './SyncSide.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useSyncLists } from './use-sync-lists.ts';

type SyncScreenProps = {
  readonly app: AppState;
  readonly onChanged: () => void;
  readonly onHandOver: (scanCode: ScanCode) => void;
  readonly onReceive: (dossier: Dossier) => void;
};

/** What waits to be sent, what was set aside, what two computers said against each other, and the server. */
export function SyncScreen({ app, onChanged, onHandOver, onReceive }: SyncScreenProps) {
  const screen = useRef<HTMLDivElement>(null);
  const { openId, open, close } = usePanel();
  const lists = useSyncLists();
  useHomeFocus(screen);
  const choose = useListKeys(screen, lists);
  return (
    <div className="screen sync" ref={screen} data-testid="screen-sync">
      <SyncSide app={app} screen={screen} isCovered={openId !== undefined} onChanged={onChanged} />
      {app.mode !== 'trial' && (
        <SyncLists lists={lists} isLinked={app.sync.status !== 'no-server'} onChoose={choose} onOpen={open} />
      )}
      <DossierPanel
        id={openId}
        now={app.now}
        onClose={close}
        onGone={() => focusWhatIsLeft(screen.current)}
        onHandOver={onHandOver}
        onReceive={onReceive}
      />
    </div>
  );
}

/** The line that was opened may have been settled away. */
function focusWhatIsLeft(screen: HTMLElement | null): void {
  if (document.activeElement !== document.body) return;
  screen?.querySelector<HTMLElement>('tbody tr, .sync-tab[aria-current]')?.focus();
}
