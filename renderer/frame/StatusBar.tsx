import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { dateOf } from '../../domain/plain-date.ts';
import type { PrinterChoice, PrinterView } from '../../electron/contract/print-views.ts';
import type { AppState, CounterIdentity, SyncView } from '../../electron/contract/views.ts';
import { BACKUP_LOOKS, backupLine } from '../backup/backup-line.ts';
import { capitalised, clockText, dateText, weekdayText } from '../format.ts';
import type { Tone } from '../parts/Notice.tsx';
import { Shape, type ShapeName } from '../parts/Shape.tsx';
import { PRINTER_STATUS } from '../text/printing.ts';
import { SIGNED_IN } from '../text/sign-in.ts';
import { syncLine } from '../text/sync.ts';
import { KEYS } from '../keys.ts';
import { KEY_TEXTS, STATUS_BAR } from '../text/vi.ts';
import type { ScreenId } from './screens.ts';

type StatusBarProps = {
  readonly app: AppState;
  readonly counter: CounterIdentity;
  readonly onGo: (screen: ScreenId) => void;
  readonly onSignOut: () => void;
};

/** The state of the world in one quiet line; each part opens its screen. */
export function StatusBar({ app, counter, onGo, onSignOut }: StatusBarProps) {
  const today = dateOf(app.now);
  const printer = printerStatus(app.printer);
  const backup = BACKUP_LOOKS[app.backup.state];
  return (
    <footer className="status" aria-label={STATUS_BAR.label}>
      <button
        type="button"
        className={`status-part tone-${syncTone(app.sync)}`}
        data-testid="status-sync"
        data-status={app.sync.status}
        data-waiting={app.sync.waiting}
        onClick={() => onGo('sync')}
      >
        <Shape name={app.sync.status === 'refused' ? 'octagon' : app.sync.status === 'in-sync' ? 'check' : 'arrow'} />
        {syncLine(app.sync)}
      </button>
      <button
        type="button"
        className={`status-part tone-${printer.tone}`}
        data-testid="status-printer"
        data-kind={app.printer.choice.kind}
        data-attention={app.printer.needsAttention}
        title={`${KEY_TEXTS.printing} (${KEYS.printing.label})`}
        onClick={() => onGo('printing')}
      >
        <Shape name={printer.shape} />
        {printer.text}
      </button>
      {app.mode === 'real' && (
        <button
          type="button"
          className={`status-part tone-${backup.tone}`}
          data-testid="status-backup"
          data-state={app.backup.state}
          title={`${KEY_TEXTS.backup} (${KEYS.backup.label})`}
          onClick={() => onGo('backup')}
        >
          <Shape name={backup.shape} />
          {backupLine(app.backup, app.now)}
        </button>
      )}
      <span className="status-gap" />
      <span className="status-part status-unit">{counter.unit.name}</span>
      <span className="status-part status-unit" data-testid="status-person">
        {STATUS_BAR.station(counter.station)} · {personText(app.people, counter)}
      </span>
      {app.mode === 'real' && (
        <button
          type="button"
          className="status-part status-sign-out"
          data-testid="sign-out"
          title={SIGNED_IN.signOutHint}
          onClick={onSignOut}
        >
          {SIGNED_IN.signOut}
        </button>
      )}
      <time className="status-part" dateTime={app.now} data-testid="status-clock">
        <span>
          <span className="status-weekday">{capitalised(weekdayText(today))}, </span>
          {dateText(today)} · {clockText(app.now)}
        </span>
      </time>
      <ColourSchemeButton />
    </footer>
  );
}

function personText(people: AppState['people'], counter: CounterIdentity): string {
  const person = people?.signedIn;
  return person ? SIGNED_IN.name(person.name, person.standsInFor) : counter.clerkName;
}

function ColourSchemeButton() {
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  const label = STATUS_BAR.colourScheme[scheme];
  return (
    <button
      type="button"
      className="status-part"
      title={label}
      aria-label={label}
      data-testid="colour-scheme"
      onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
    >
      <span className="half-moon" aria-hidden="true" />
    </button>
  );
}

function syncTone(sync: SyncView): Tone {
  return sync.status === 'refused' || sync.quarantined > 0 ? 'bad' : 'plain';
}

function printerStatus(printer: PrinterView): { tone: Tone; shape: ShapeName; text: string } {
  if (printer.needsAttention > 0) {
    return { tone: 'bad', shape: 'octagon', text: PRINTER_STATUS.needsAttention(printer.needsAttention) };
  }
  if (printer.waiting > 0) return { tone: 'soon', shape: 'triangle', text: PRINTER_STATUS.waiting(printer.waiting) };
  const { choice } = printer;
  return { tone: 'plain', shape: choice.kind === 'none' ? 'arrow' : 'check', text: printerName(choice) };
}

function printerName(choice: PrinterChoice): string {
  if (choice.kind === 'tcp') return PRINTER_STATUS.tcp(choice.host);
  return choice.kind === 'device' ? PRINTER_STATUS.device(choice.path) : PRINTER_STATUS[choice.kind];
}
