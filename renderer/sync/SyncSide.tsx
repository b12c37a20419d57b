import { Button } from '@mantine/core';
import { type RefObject, useEffect, useState } from 'react';
import type { AppState } from '../../electron/contract/views.ts';
import { LIST_KEYS } from '../keys.ts';
import { focusHome } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { useLoneKeys } from '../parts/use-lone-keys.ts';
import { ENROL } from '../text/sync.ts';
import { EnrolForm } from './EnrolForm.tsx';
import { SYNC_LIST_ORDER } from './list-order.ts';
import { SyncState } from './SyncState.tsx';
import { useSync } from './use-sync.ts';

type SyncSideProps = {
  readonly app: AppState;
  readonly screen: RefObject<HTMLElement | null>;
  /** A dossier lies over the screen: Esc is its own. */
  readonly isCovered: boolean;
  readonly onChanged: () => void;
};

const ENROL_KEY = LIST_KEYS[SYNC_LIST_ORDER.length];

/** How it stands with the server, and the form that names one: at once where there is none, else when it is asked for. */
export function SyncSide({ app, screen, isCovered, onChanged }: SyncSideProps) {
  const { sync, now, mode } = app;
  const isTrial = mode === 'trial';
  const canSync = sync.status !== 'no-server';
  const [asksAgain, setAsksAgain] = useState(false);
  const actions = useSync(sync.serverUrl, () => {
    setAsksAgain(false);
    onChanged();
  });
  const mayAskAgain = canSync && !asksAgain && !isTrial;
  useKeys(canSync ? { sync: () => void actions.syncNow() } : {});
  // The window's own Esc would leave this screen.
  useKeys(asksAgain && !isCovered ? { back: () => setAsksAgain(false) } : {}, 'first');
  useLoneKeys(mayAskAgain ? [{ key: ENROL_KEY, onPress: () => setAsksAgain(true) }] : [], 'screen');
  // The form comes and goes, and with it the field that had the focus.
  useEffect(() => focusHome(screen.current), [screen, asksAgain, canSync]);
  return (
    <div className="sync-side">
      <SyncState sync={sync} now={now} isTrial={isTrial} actions={actions} />
      {!isTrial && !mayAskAgain && <EnrolForm actions={actions} isAgain={canSync} />}
      {mayAskAgain && (
        <Button
          variant="subtle"
          size="compact-md"
          data-testid="enrol-again"
          rightSection={<kbd className="key-hint">{ENROL_KEY?.label}</kbd>}
          onClick={() => setAsksAgain(true)}
        >
          {ENROL.again}
        </Button>
      )}
    </div>
  );
}
