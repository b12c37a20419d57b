import { Activity, type ReactNode } from 'react';
import type { AppState, CounterIdentity } from '../../electron/contract/views.ts';
import { FindScreen } from '../register/FindScreen.tsx';
import { MorningScreen } from '../morning/MorningScreen.tsx';
import { HandOverScreen } from '../hand-over/HandOverScreen.tsx';
import { BatchesScreen } from '../batches/BatchesScreen.tsx';
import { IntakeScreen } from '../intake/IntakeScreen.tsx';
import { BackupScreen } from '../backup/BackupScreen.tsx';
import { CalendarScreen } from '../calendar/CalendarScreen.tsx';
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { useSerialScanner } from '../scan/use-serial-scanner.ts';
import { ProceduresScreen } from '../procedures/ProceduresScreen.tsx';
import { PrintingScreen } from '../printing/PrintingScreen.tsx';
import { SettingsScreen } from '../settings/SettingsScreen.tsx';
import { SyncScreen } from '../sync/SyncScreen.tsx';
import { UnitRulesScreen } from '../unit-rules/UnitRulesScreen.tsx';
import { Banners, CoreBanner } from './Banners.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { MisreadDialog } from './MisreadDialog.tsx';
import { NavBar } from './NavBar.tsx';
import type { ScreenId } from './screens.ts';
import { StatusBar } from './StatusBar.tsx';
import { type FrameState, useFrame } from './use-frame.ts';
import { useSignOut } from './use-sign-out.ts';

type FrameProps = {
  readonly app: AppState;
  readonly counter: CounterIdentity;
  /** Something that the state of the application shows was changed here. */
  readonly onChanged: () => void;
};

/** Navigation above, screen in the middle, one quiet bar below. */
export function Frame({ app, counter, onChanged }: FrameProps) {
  const frame = useFrame();
  useSerialScanner(app.scanner.choice.kind === 'serial');
  const leave = useSignOut(onChanged);
  useKeys(app.mode === 'real' ? { signOut: () => void leave.signOut() } : {});
  const screens: Record<ScreenId, ReactNode> = {
    intake: <IntakeScreen app={app} asked={frame.receptionsAsked} onChanged={onChanged} />,
    find: <FindScreen now={app.now} onHandOver={frame.openSlip} />,
    'hand-over': <HandOverScreen scan={frame.scan} onFind={() => frame.go('find')} onScan={frame.openSlip} />,
    list: <MorningScreen app={app} onGo={frame.go} onHandOver={frame.openSlip} />,
    batches: <BatchesScreen app={app} counter={counter} />,
    procedures: <ProceduresScreen app={app} counter={counter} />,
    calendar: <CalendarScreen app={app} />,
    'unit-rules': <UnitRulesScreen app={app} />,
    sync: <SyncScreen sync={app.sync} isTrial={app.mode === 'trial'} onChanged={onChanged} />,
    settings: (
      <SettingsScreen
        app={app}
        counter={counter}
        onChanged={onChanged}
        onBackup={() => frame.go('backup')}
        onPrinting={() => frame.go('printing')}
        onCalendar={() => frame.go('calendar')}
        onUnitRules={() => frame.go('unit-rules')}
      />
    ),
    printing: <PrintingScreen app={app} onChanged={onChanged} />,
    backup: <BackupScreen now={app.now} isTrial={app.mode === 'trial'} onHandOver={frame.openSlip} />,
  };
  return (
    <div className={`frame ${app.mode === 'trial' ? 'frame-trial' : ''}`} data-mode={app.mode}>
      <NavBar screen={frame.screen} onGo={frame.ask} onHelp={frame.toggleHelp} isTrial={app.mode === 'trial'} />
      <Banners app={app} onGo={frame.go} onChanged={onChanged} />
      {leave.fault && <CoreBanner fault={leave.fault} />}
      <main className="frame-screen">
        <Screens frame={frame} screens={screens} />
      </main>
      <StatusBar app={app} counter={counter} onGo={frame.go} onSignOut={() => void leave.signOut()} />
      <HelpDialog opened={frame.isHelpOpen} onClose={frame.toggleHelp} />
      <MisreadDialog said={frame.misread} onClose={frame.clearMisread} />
    </div>
  );
}

type ScreensProps = { readonly frame: FrameState; readonly screens: Record<ScreenId, ReactNode> };

/** Screens that are not shown are kept as they are: what was typed waits there. */
function Screens({ frame, screens }: ScreensProps) {
  return Object.entries(screens).map(([id, screen]) => (
    <Activity key={id} mode={id === frame.screen ? 'visible' : 'hidden'}>
      <ErrorBoundary>{screen}</ErrorBoundary>
    </Activity>
  ));
}
