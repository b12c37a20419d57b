import { KEYS } from '../keys.ts';
import { KeyHint } from '../parts/KeyHint.tsx';
import { APP_NAME, KEY_TEXTS, NAVIGATION, TRIAL_MARK } from '../text/vi.ts';
import { SCREENS, type ScreenId, UNDER_SETTINGS } from './screens.ts';

type NavBarProps = {
  readonly screen: ScreenId;
  readonly isTrial: boolean;
  readonly onGo: (screen: ScreenId) => void;
  readonly onHelp: () => void;
};

export function NavBar({ screen, isTrial, onGo, onHelp }: NavBarProps) {
  return (
    <header className="nav">
      <span className="nav-name">{APP_NAME}</span>
      <nav aria-label={NAVIGATION.label}>
        {SCREENS.map(({ id, keyName }) => (
          <button
            key={id}
            type="button"
            className="nav-item"
            aria-current={id === screen || (id === 'settings' && UNDER_SETTINGS.includes(screen)) ? 'page' : undefined}
            data-testid={`nav-${id}`}
            onClick={() => onGo(id)}
          >
            {NAVIGATION[id]}
            <KeyHint name={keyName} />
          </button>
        ))}
      </nav>
      {isTrial && (
        <strong className="trial-mark" data-testid="trial-mark">
          {TRIAL_MARK}
        </strong>
      )}
      <button
        type="button"
        className="nav-item nav-help"
        onClick={onHelp}
        title={KEY_TEXTS.help}
        aria-label={`${KEY_TEXTS.help} ${KEYS.help.label}`}
        data-testid="nav-help"
      >
        <KeyHint name="help" />
      </button>
    </header>
  );
}
