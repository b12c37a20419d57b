import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { ensureProgram } from '../system-packages.ts';

/** It waits for ever for a window that does not come. */
const LONGEST_MS = 15_000;

const run = promisify(execFile);

/** Key codes of X (evdev) by the names of {@link KeyboardEvent.code}: the same under every layout. */
const KEYS: ReadonlyMap<string, number> = new Map([
  ...row('1234567890', 'Digit', 10),
  ...row('QWERTYUIOP', 'Key', 24),
  ...row('ASDFGHJKL', 'Key', 38),
  ...row('ZXCVBNM', 'Key', 52),
  ...row('789', 'Numpad', 79),
  ...row('456', 'Numpad', 83),
  ...row('123', 'Numpad', 87),
  ['Numpad0', 90],
  ['Tab', 23],
  ['BracketRight', 35],
  ['Enter', 36],
  ['ShiftLeft', 50],
  ['Backslash', 51],
  ['Comma', 59],
  ['Slash', 61],
  ['Space', 65],
  ['NumpadEnter', 104],
]);

function row(signs: string, prefix: string, first: number): readonly (readonly [string, number])[] {
  return signs.split('').map((sign, index) => [prefix + sign, first + index] as const);
}

/** Real key events of an X display, as a scanner or a hand makes them. */
export class XKeyboard {
  readonly #env: NodeJS.ProcessEnv;

  constructor(display: string) {
    ensureProgram({ program: 'xdotool', debianPackage: 'xdotool' });
    ensureProgram({ program: 'setxkbmap', debianPackage: 'x11-xkb-utils' });
    this.#env = { ...process.env, DISPLAY: display };
  }

  /** Of the whole display: put it back. */
  setLayout(layout: string): void {
    execFileSync('setxkbmap', [layout], { env: this.#env });
  }

  /** Without a window manager no window gets the keys by itself. */
  async focusWindow(title: string): Promise<void> {
    await this.#xdotool(['search', '--sync', '--onlyvisible', '--name', title, 'windowfocus', '--sync']);
  }

  /** One key after the other, by code; `Shift+Backslash` for a chord. Resolves when the last one is up. */
  async type(codes: readonly string[], gapMs: number): Promise<void> {
    await this.#xdotool(['key', '--delay', String(gapMs), ...codes.map(chordOf)]);
  }

  /** With a pause of its own before each key. */
  async typeByHand(codes: readonly string[], pauseMsOf: (index: number) => number): Promise<void> {
    await this.#xdotool(
      codes.flatMap((code, index) => {
        const sleep = ['sleep', String(pauseMsOf(index) / 1_000)];
        return [...sleep, 'key', '--delay', '0', chordOf(code)];
      }),
    );
  }

  async #xdotool(args: readonly string[]): Promise<void> {
    await run('xdotool', args, { env: this.#env, timeout: LONGEST_MS });
  }
}

function chordOf(code: string): string {
  return code
    .split('+')
    .map((name) => keyCode(name === 'Shift' ? 'ShiftLeft' : name))
    .join('+');
}

function keyCode(code: string): number {
  const known = KEYS.get(code);
  if (known === undefined) throw new RangeError(`no X key code for ${code}`);
  return known;
}
