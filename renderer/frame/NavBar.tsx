import { KEYS } from '../keys.ts';
import { KeyHint } from '../parts/KeyHint.tsx';
import { APP_NAME, KEY_TEXTS, NAVIGATION, TRIAL_MARK } from '../text/vi.ts';
import { SCREENS, type ScreenId, UNDER_SETTINGS } from './screens.ts';

type NavBarProps = {
  readonly screen: ScreenId;
  readonly isTrial: boolean;
  readonly onGo: (screen: ScreenId) => void;
  readonly onPalette: () => void;
  readonly onHelp: () => void;
};

export function NavBar({ screen, isTrial, onGo, onPalette, onHelp }: NavBarProps) {
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
        <strong className="trial-mark" title={TRIAL_MARK.name + TRIAL_MARK.clock} data-testid="trial-mark">
          {TRIAL_MARK.name}
          <span className="trial-clock">{TRIAL_MARK.clock}</span>
        </strong>
      )}
      <span className="nav-ends">
        <button
          type="button"
          className="nav-item nav-end"
          onClick={onPalette}
          title={KEY_TEXTS.palette}
          aria-label={`${KEY_TEXTS.palette} ${KEYS.palette.label}`}
          data-testid="nav-palette"
        >
          <KeyHint name="palette" />
        </button>
        <button
          type="button"
          className="nav-item nav-end"
          onClick={onHelp}
          title={KEY_TEXTS.help}
          aria-label={`${KEY_TEXTS.help} ${KEYS.help.label}`}
          data-testid="nav-help"
        >
          <KeyHint name="help" />
        </button>
      </span>
    </header>
  );
}
