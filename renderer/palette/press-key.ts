import { KEYS, type KeyName } from '../keys.ts';

/** Presses a key of the table where the focus is, for whoever listens: what is asked for by name is done as by its key. */
export function pressKey(name: KeyName): void {
  const { codes, ctrl, shift } = KEYS[name];
  const [code = ''] = codes;
  const key = code.replace(/^Key|^Digit/, '');
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(
    new KeyboardEvent('keydown', { code, key, ctrlKey: ctrl, shiftKey: shift, bubbles: true, cancelable: true }),
  );
}
