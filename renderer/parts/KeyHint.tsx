import { KEYS, type KeyName } from '../keys.ts';

/** The key that does it, as written on the key cap. */
export function KeyHint({ name }: { readonly name: KeyName }) {
  return <kbd className="key-hint">{KEYS[name].label}</kbd>;
}
