import { VisuallyHidden } from '@mantine/core';
import { Activity, type ReactNode } from 'react';
import type { AppState, CounterIdentity } from '../../electron/contract/views.ts';
import { useStanding } from '../before-intake/use-standing.ts';
import { FindScreen } from '../find/FindScreen.tsx';
import { MorningScreen } from '../morning/MorningScreen.tsx';
import { HandOverScreen } from '../hand-over/HandOverScreen.tsx';
import { BatchesScreen } from '../batches/BatchesScreen.tsx';
import { IntakeScreen } from '../intake/IntakeScreen.tsx';
import { BookScreen } from '../book/BookScreen.tsx';
import { BackupScreen } from '../backup/BackupScreen.tsx';
import { CalendarScreen } from '../calendar/CalendarScreen.tsx';
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { useSerialScanner } from '../scan/use-serial-scanner.ts';
import { ProceduresScreen } from '../procedures/ProceduresScreen.tsx';
import { PrintingScreen } from '../printing/PrintingScreen.tsx';
import { SelfTestScreen } from '../self-test/SelfTestScreen.tsx';
import { SettingsScreen } from '../settings/SettingsScreen.tsx';
import { SyncScreen } from '../sync/SyncScreen.tsx';
import { SCREEN_TITLES } from '../text/vi.ts';
import { UnitRulesScreen } from '../unit-rules/UnitRulesScreen.tsx';
import { Banners, CoreBanner } from './Banners.tsx';
import { PaletteDialog } from '../palette/PaletteDialog.tsx';
import { usePalette } from '../palette/use-palette.ts';
import { GuideDialog } from '../guide/GuideDialog.tsx';
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
  const palette = usePalette(frame.screen);
  useSerialScanner(app.scanner.choice.kind === 'serial');
  const { standing, receive } = useStanding(() => frame.go('intake'));
  const leave = useSignOut(onChanged);
  useKeys(app.mode === 'real' ? { signOut: () => void leave.signOut() } : {});
  const screens: Record<ScreenId, ReactNode> = {
    intake: (
      <IntakeScreen
        app={app}
        asked={frame.receptionsAsked}
        standing={standing}
        onReceive={receive}
        onChanged={onChanged}
      />
    ),
    find: <FindScreen app={app} onHandOver={frame.openFound} onReceive={receive} />,
    'hand-over': (
      <HandOverScreen
        scan={frame.scan}
        now={app.now}
        onBack={frame.back}
        onFind={() => frame.go('find')}
        onScan={frame.openSlip}
        onReceive={receive}
      />
    ),
    list: <MorningScreen app={app} onGo={frame.go} onHandOver={frame.openFound} onReceive={receive} />,
    batches: <BatchesScreen app={app} counter={counter} onBack={frame.back} />,
    book: <BookScreen app={app} onBack={frame.back} onHandOver={frame.openFound} onReceive={receive} />,
    procedures: <ProceduresScreen app={app} counter={counter} />,
    calendar: <CalendarScreen app={app} />,
    'unit-rules': <UnitRulesScreen app={app} />,
    sync: <SyncScreen app={app} onChanged={onChanged} onHandOver={frame.openSlip} onReceive={receive} />,
    settings: (
      <SettingsScreen
        app={app}
        counter={counter}
        onChanged={onChanged}
        onBackup={() => frame.go('backup')}
        onPrinting={() => frame.go('printing')}
        onCalendar={() => frame.go('calendar')}
        onUnitRules={() => frame.go('unit-rules')}
        onSelfTest={() => frame.go('self-test')}
      />
    ),
    printing: <PrintingScreen app={app} onChanged={onChanged} />,
    'self-test': <SelfTestScreen counter={counter} isUp={frame.screen === 'self-test'} />,
    backup: (
      <BackupScreen now={app.now} isTrial={app.mode === 'trial'} onHandOver={frame.openFound} onReceive={receive} />
    ),
  };
  return (
    <div className={`frame ${app.mode === 'trial' ? 'frame-trial' : ''}`} data-mode={app.mode}>
      <NavBar
        screen={frame.screen}
        onGo={frame.ask}
        onPalette={palette.open}
        onHelp={frame.toggleHelp}
        isTrial={app.mode === 'trial'}
      />
      <Banners app={app} onGo={frame.go} onChanged={onChanged} />
      {leave.fault && <CoreBanner fault={leave.fault} />}
      <main className="frame-screen">
        <VisuallyHidden component="h1">{SCREEN_TITLES[frame.screen]}</VisuallyHidden>
        <Screens frame={frame} screens={screens} />
      </main>
      <StatusBar app={app} counter={counter} onGo={frame.go} onSignOut={() => void leave.signOut()} />
      <GuideDialog opened={frame.isHelpOpen} screen={frame.screen} onClose={frame.toggleHelp} />
      <PaletteDialog palette={palette} />
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
