import type { AppState } from '../../electron/contract/views.ts';
import { BACKUP_LOOKS, backupLine } from '../backup/backup-line.ts';
import { printerStatus, syncLook } from '../frame/status-looks.ts';
import type { ScreenId } from '../frame/screens.ts';
import { KeyHint } from '../parts/KeyHint.tsx';
import type { Tone } from '../parts/Notice.tsx';
import { Shape, type ShapeName } from '../parts/Shape.tsx';
import type { KeyName } from '../keys.ts';
import { MORNING } from '../text/morning.ts';
import { syncLine } from '../text/sync.ts';

type OtherLinesProps = {
  readonly app: AppState;
  readonly batches: number;
  readonly onGo: (screen: ScreenId) => void;
};

/** What waits elsewhere: each line says how it stands and opens its screen. */
export function OtherLines({ app, batches, onGo }: OtherLinesProps) {
  const sync = { ...syncLook(app.sync), text: syncLine(app.sync) };
  const backup = { ...BACKUP_LOOKS[app.backup.state], text: backupLine(app.backup, app.now) };
  return (
    <nav className="morning-others" aria-label={MORNING.others}>
      <Other
        id="batches"
        keyName="batches"
        says={{ ...onTheWay(batches), text: MORNING.batches(batches) }}
        onGo={onGo}
      />
      <Other id="sync" keyName="sync" says={sync} onGo={onGo} />
      <Other id="printing" keyName="printing" says={printerStatus(app.printer)} onGo={onGo} />
      {app.mode === 'real' && <Other id="backup" keyName="backup" says={backup} onGo={onGo} />}
    </nav>
  );
}

function onTheWay(batches: number): { readonly tone: Tone; readonly shape: ShapeName } {
  return { tone: 'plain', shape: batches === 0 ? 'check' : 'arrow' };
}

type OtherProps = {
  readonly id: ScreenId;
  readonly keyName: KeyName;
  readonly says: { readonly tone: Tone; readonly shape: ShapeName; readonly text: string };
  readonly onGo: (screen: ScreenId) => void;
};

function Other({ id, keyName, says, onGo }: OtherProps) {
  return (
    <button
      type="button"
      className={`morning-other tone-${says.tone}`}
      data-testid={`line-${id}`}
      onClick={() => onGo(id)}
    >
      <Shape name={says.shape} />
      <span className="morning-other-text">{says.text}</span>
      <KeyHint name={keyName} />
    </button>
  );
}
