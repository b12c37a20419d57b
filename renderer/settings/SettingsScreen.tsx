import './settings.css';
import { useRef } from 'react';
import type { AppState, CounterIdentity } from '../../electron/contract/views.ts';
import type { KeyName } from '../keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useHomeFocus } from '../parts/use-home-focus.ts';
import { PRINTING_SCREEN } from '../text/printing.ts';
import { SELF_TEST_SCREEN } from '../text/self-test.ts';
import { SETTINGS } from '../text/settings.ts';
import { UNIT_RULES } from '../text/unit-rules.ts';
import { APP_NAME, STATUS_BAR } from '../text/vi.ts';
import { backupLine } from '../backup/backup-line.ts';
import { mayAdminister } from '../app-screen.ts';
import { PeopleSection } from '../people/PeopleSection.tsx';
import { CatalogueSection } from '../read-in/CatalogueSection.tsx';
import { OldDossiersSection } from '../read-in/OldDossiersSection.tsx';
import { ProtectionSection } from '../protection/ProtectionSection.tsx';
import { BACKUP } from '../text/backup.ts';
import { CALENDAR } from '../text/calendar.ts';
import { DisplaySection } from '../display/DisplaySection.tsx';
import { EndTrial } from './EndTrial.tsx';

type SettingsScreenProps = {
  readonly app: AppState;
  readonly counter: CounterIdentity;
  readonly onChanged: () => void;
  readonly onBackup: () => void;
  readonly onPrinting: () => void;
  readonly onCalendar: () => void;
  readonly onUnitRules: () => void;
  readonly onSelfTest: () => void;
};

/** The people, what is read in, how the window looks, and what program this is. */
export function SettingsScreen(props: SettingsScreenProps) {
  const { app, counter, onChanged, onBackup, onPrinting, onCalendar, onUnitRules, onSelfTest } = props;
  const screen = useRef<HTMLDivElement>(null);
  useHomeFocus(screen);
  return (
    <div className="screen settings" ref={screen} data-testid="screen-settings">
      <div className="settings-left">
        <Door
          keyName="printing"
          about={PRINTING_SCREEN.title}
          name={PRINTING_SCREEN.open}
          testId="open-printing"
          isHome
          onOpen={onPrinting}
        />
        <Door
          keyName="calendar"
          about={CALENDAR.title}
          name={CALENDAR.open}
          testId="open-calendar"
          onOpen={onCalendar}
        />
        <Door
          keyName="unitRules"
          about={UNIT_RULES.title}
          name={UNIT_RULES.open}
          testId="open-unit-rules"
          onOpen={onUnitRules}
        />
        <Door
          keyName="selfTest"
          about={SELF_TEST_SCREEN.why}
          name={SELF_TEST_SCREEN.title}
          testId="open-self-test"
          onOpen={onSelfTest}
        />
        {app.mode === 'real' && <ProtectionSection app={app} counter={counter} onChanged={onChanged} />}
        <DisplaySection />
        <About app={app} counter={counter} />
        {app.mode === 'trial' && <EndTrial onEnded={onChanged} />}
      </div>
      <div className="settings-right">
        {app.mode === 'real' && <PeopleSection app={app} onChanged={onChanged} />}
        {app.mode === 'real' && (
          <Door
            keyName="backup"
            about={backupLine(app.backup, app.now)}
            name={BACKUP.open}
            testId="open-backup"
            onOpen={onBackup}
          />
        )}
        {mayAdminister(app) && (
          <>
            <CatalogueSection />
            <OldDossiersSection />
          </>
        )}
      </div>
    </div>
  );
}

type DoorProps = {
  readonly keyName: KeyName;
  readonly about: string;
  readonly name: string;
  readonly testId: string;
  /** The hands begin here. */
  readonly isHome?: boolean;
  readonly onOpen: () => void;
};

/** To a screen that the navigation has no room for. */
function Door({ keyName, about, name, testId, isHome = false, onOpen }: DoorProps) {
  return (
    <section className="card settings-door">
      <p>{about}</p>
      <ActionButton variant="default" keyName={keyName} isHome={isHome} testId={testId} onClick={onOpen}>
        {name}
      </ActionButton>
    </section>
  );
}

function About({ app, counter }: Pick<SettingsScreenProps, 'app' | 'counter'>) {
  return (
    <section className="card">
      <h2>{SETTINGS.about}</h2>
      <dl className="facts">
        <div>
          <dt>{SETTINGS.version}</dt>
          <dd data-testid="version">
            {APP_NAME} {app.version}
          </dd>
        </div>
        <div>
          <dt>{SETTINGS.unit}</dt>
          <dd>
            {counter.unit.name} · {counter.unit.organisationCode}
          </dd>
        </div>
        <div>
          <dt>{SETTINGS.clerk}</dt>
          <dd>
            {app.people?.signedIn?.name ?? counter.clerkName} ·{' '}
            {STATUS_BAR.station(counter.station).toLocaleLowerCase('vi')}
          </dd>
        </div>
      </dl>
    </section>
  );
}
