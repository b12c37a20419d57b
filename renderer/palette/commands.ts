import { foldText } from '../../domain/search-text.ts';
import { SCREEN_KEYS, type ScreenId } from '../frame/screens.ts';
import { type KeyName, keyNames, KEYS } from '../keys.ts';
import { KEY_TEXTS } from '../text/vi.ts';

export type PaletteCommand = { readonly name: KeyName; readonly kind: 'screen' | 'here' };

/** Opens the list itself, steps within what has the focus, or is one of several: nothing to look for by its name. */
const NEVER_LISTED: ReadonlySet<KeyName> = new Set<KeyName>(['palette', 'nextField', 'chooseLine', 'rating']);

/**
 * What the keys can do now, the screens first. `answered`: each key once for everybody who listens to it. The screen that
 * is up is offered only where its key does more than bring it up.
 */
export function paletteCommands(answered: readonly KeyName[], screen: ScreenId): readonly PaletteCommand[] {
  const screenKeys: ReadonlySet<KeyName> = new Set(Object.values(SCREEN_KEYS));
  const isOffered = (name: KeyName): boolean => {
    const listening = answered.filter((other) => other === name).length;
    return !NEVER_LISTED.has(name) && listening > (name === SCREEN_KEYS[screen] ? 1 : 0);
  };
  const offered = keyNames().filter(isOffered);
  return [
    ...offered.filter((name) => screenKeys.has(name)).map((name) => ({ name, kind: 'screen' as const })),
    ...offered.filter((name) => !screenKeys.has(name)).map((name) => ({ name, kind: 'here' as const })),
  ];
}

/** Those whose words, or whose key, hold every word that was typed; marks and case say nothing. */
export function matching(commands: readonly PaletteCommand[], query: string): readonly PaletteCommand[] {
  const words = foldText(query).split(' ');
  return commands.filter(({ name }) => {
    const text = foldText(`${KEY_TEXTS[name]} ${KEYS[name].label}`);
    return words.every((word) => text.includes(word));
  });
}
