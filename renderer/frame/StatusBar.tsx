import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { dateOf } from '../../domain/plain-date.ts';
import type { AppState, CounterIdentity } from '../../electron/contract/views.ts';
import { BACKUP_LOOKS, backupLine } from '../backup/backup-line.ts';
import { capitalised, clockText, dateText, weekdayText } from '../text/format.ts';
import { Shape } from '../parts/Shape.tsx';
import { SIGNED_IN } from '../text/sign-in.ts';
import { syncLine } from '../text/sync.ts';
import { KEYS } from '../keys.ts';
import { KEY_TEXTS, STATUS_BAR } from '../text/vi.ts';
import type { ScreenId } from './screens.ts';
import { printerStatus, syncLook } from './status-looks.ts';

type StatusBarProps = {
  readonly app: AppState;
  readonly counter: CounterIdentity;
  readonly onGo: (screen: ScreenId) => void;
  readonly onSignOut: () => void;
};

/** The state of the world in one quiet line; each part opens its screen. */
export function StatusBar({ app, counter, onGo, onSignOut }: StatusBarProps) {
  const today = dateOf(app.now);
  const sync = syncLook(app.sync);
  const printer = printerStatus(app.printer);
  const backup = BACKUP_LOOKS[app.backup.state];
  return (
    <footer className="status" aria-label={STATUS_BAR.label}>
      <button
        type="button"
        className={`status-part tone-${sync.tone}`}
        data-testid="status-sync"
        data-status={app.sync.status}
        data-waiting={app.sync.waiting}
        onClick={() => onGo('sync')}
      >
        <Shape name={sync.shape} />
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
