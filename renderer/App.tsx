import { useState } from 'react';
import type { AppState } from '../electron/contract/views.ts';
import { CoreBanner } from './frame/Banners.tsx';
import { Frame } from './frame/Frame.tsx';
import { useAppState } from './frame/use-app-state.ts';
import { Loading } from './parts/Blank.tsx';
import { ErrorBoundary } from './parts/ErrorBoundary.tsx';
import { LockedScreen } from './protection/LockedScreen.tsx';
import { RecoveryCodePage } from './protection/RecoveryCodePage.tsx';
import { RecoveryScreen } from './recovery/RecoveryScreen.tsx';
import { SetUpScreen } from './set-up/SetUpScreen.tsx';

/** The whole window: what has to be done before there is a counter, then the frame with its screens. */
export function App() {
  const { app, fault, askAgain } = useAppState();
  return (
    <ErrorBoundary>
      {fault && <CoreBanner fault={fault} />}
      {!app && !fault && <Loading />}
      {app?.mode === 'none' && <SetUpScreen onDone={askAgain} />}
      {app?.mode === 'locked' && <LockedScreen protection={app.protection} onChanged={askAgain} />}
      {app?.mode === 'damaged' && <RecoveryScreen onFinished={askAgain} />}
      {app && <Counter app={app} onChanged={askAgain} />}
    </ErrorBoundary>
  );
}

type CounterProps = { readonly app: AppState; readonly onChanged: () => void };

/** The open counter. A key without a recovery code, as after the set-up, has its code made before the first work. */
function Counter({ app, onChanged }: CounterProps) {
  const [codePage, setCodePage] = useState<'unasked' | 'shown' | 'over'>('unasked');
  const { counter, mode, protection } = app;
  if (!counter || (mode !== 'real' && mode !== 'trial')) return undefined;
  if (mode === 'real' && codePage === 'unasked') {
    // Once in a window: as soon as the code is made the state says there is one, and the page must stay.
    setCodePage(protection.kind !== 'none' && !protection.hasRecoveryCode ? 'shown' : 'over');
    return undefined;
  }
  if (mode === 'real' && codePage === 'shown') {
    return <RecoveryCodePage counter={counter} now={app.now} onDone={() => setCodePage('over')} />;
  }
  // Another counter (the trial's end, a set-up) is another window: nothing typed goes over.
  return <Frame key={`${mode} ${counter.unit.code}`} app={app} counter={counter} onChanged={onChanged} />;
}
