import { Activity, useState } from 'react';
import { unreachable } from '../domain/result.ts';
import type { AppState } from '../electron/contract/views.ts';
import { appScreenOf, mayAdminister, needsRecoveryCode } from './app-screen.ts';
import { CoreBanner } from './frame/Banners.tsx';
import { Frame } from './frame/Frame.tsx';
import { useAppState } from './frame/use-app-state.ts';
import { Loading } from './parts/Blank.tsx';
import { ErrorBoundary } from './parts/ErrorBoundary.tsx';
import { FirstAccountScreen } from './people/FirstAccountScreen.tsx';
import { SignInScreen } from './people/SignInScreen.tsx';
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
      {app && appScreenOf(app) !== 'counter' && (
        <main className="lone-screen">
          <BeforeTheCounter app={app} onChanged={askAgain} />
        </main>
      )}
      {app && (
        // What is typed waits while nobody is signed in, for whoever is next.
        <Activity mode={appScreenOf(app) === 'counter' ? 'visible' : 'hidden'}>
          <Counter app={app} onChanged={askAgain} />
        </Activity>
      )}
    </ErrorBoundary>
  );
}

function BeforeTheCounter({ app, onChanged }: CounterProps) {
  const screen = appScreenOf(app);
  switch (screen) {
    case 'set-up':
      return <SetUpScreen onDone={onChanged} />;
    case 'locked':
      return <LockedScreen protection={app.protection} onChanged={onChanged} />;
    case 'recovery':
      return <RecoveryScreen onFinished={onChanged} />;
    case 'first-account':
      return <FirstAccountScreen app={app} onDone={onChanged} />;
    case 'sign-in':
      return <SignInScreen app={app} onDone={onChanged} />;
    case 'counter':
      return undefined;
    default:
      return unreachable(screen);
  }
}

type CounterProps = { readonly app: AppState; readonly onChanged: () => void };

/** The open counter. A key without a recovery code, as after the set-up, has its code made before the first work. */
function Counter({ app, onChanged }: CounterProps) {
  const [codePage, setCodePage] = useState<'unasked' | 'shown' | 'over'>('unasked');
  const { counter, mode } = app;
  if (!counter || (mode !== 'real' && mode !== 'trial')) return undefined;
  if (mode === 'real' && codePage === 'unasked') {
    // Once in a window, by who signs in first: as soon as the code is made the state says there is one, and the page must
    // stay.
    if (app.people?.signedIn) setCodePage(needsRecoveryCode(app) ? 'shown' : 'over');
    return undefined;
  }
  if (mode === 'real' && codePage === 'shown' && mayAdminister(app)) {
    return (
      <main className="lone-screen">
        <RecoveryCodePage counter={counter} now={app.now} onDone={() => setCodePage('over')} />
      </main>
    );
  }
  // Another counter (the trial's end, a set-up) is another window: nothing typed goes over.
  return <Frame key={`${mode} ${counter.unit.code}`} app={app} counter={counter} onChanged={onChanged} />;
}
