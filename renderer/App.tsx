import { CoreBanner } from './frame/Banners.tsx';
import { Frame } from './frame/Frame.tsx';
import { useAppState } from './frame/use-app-state.ts';
import { ErrorBoundary } from './parts/ErrorBoundary.tsx';
import { Loading } from './parts/Blank.tsx';
import { SetUpScreen } from './set-up/SetUpScreen.tsx';

/** The whole window: the set-up while nothing is set up, then the frame with its screens. */
export function App() {
  const { app, fault, askAgain } = useAppState();
  return (
    <ErrorBoundary>
      {fault && <CoreBanner fault={fault} />}
      {!app && !fault && <Loading />}
      {app?.mode === 'none' && <SetUpScreen onDone={askAgain} />}
      {app?.counter && app.mode !== 'none' && (
        // Another counter (the trial's end, a set-up) is another window: nothing typed goes over.
        <Frame key={`${app.mode} ${app.counter.unit.code}`} app={app} counter={app.counter} onChanged={askAgain} />
      )}
    </ErrorBoundary>
  );
}
