/** A key or a chord. `codes` are physical ({@link KeyboardEvent.code}): layouts and input methods change nothing. */
export type Chord = {
  readonly codes: readonly string[];
  readonly ctrl: boolean;
  readonly shift: boolean;
  /** As it stands on buttons and in the help. */
  readonly label: string;
};

const ENTER = ['Enter', 'NumpadEnter'];

/** The one table of keys: buttons, help and listeners are made from it. F10–F12 and Alt belong to the system. */
export const KEYS = {
  help: key('F1'),
  palette: ctrl('KeyK', 'K'),
  intake: key('F2'),
  find: key('F3'),
  handOver: key('F4'),
  list: key('F5'),
  batches: key('F6'),
  book: key('F7'),
  printAgain: key('F8'),
  sync: key('F9'),
  procedures: ctrl('KeyT', 'T'),
  calendar: { codes: ['KeyL'], ctrl: true, shift: true, label: 'Ctrl+Shift+L' },
  unitRules: { codes: ['KeyO'], ctrl: true, shift: true, label: 'Ctrl+Shift+O' },
  settings: ctrl('Comma', ','),
  backup: ctrl('KeyL', 'L'),
  printing: ctrl('KeyI', 'I'),
  commit: { codes: ENTER, ctrl: true, shift: false, label: 'Ctrl+Enter' },
  commitAndNext: { codes: ENTER, ctrl: true, shift: true, label: 'Ctrl+Shift+Enter' },
  sameApplicant: ctrl('KeyN', 'N'),
  tickUsualPapers: ctrl('KeyG', 'G'),
  intakeOptions: ctrl('KeyR', 'R'),
  onTheSpot: ctrl('KeyH', 'H'),
  collectNow: ctrl('KeyY', 'Y'),
  selfTest: { codes: ['KeyK'], ctrl: true, shift: true, label: 'Ctrl+Shift+K' },
  camera: ctrl('KeyM', 'M'),
  citizenView: { codes: ['KeyC'], ctrl: true, shift: true, label: 'Ctrl+Shift+C' },
  restoreDraft: ctrl('KeyD', 'D'),
  print: ctrl('KeyP', 'P'),
  saveTable: ctrl('KeyS', 'S'),
  printAll: { codes: ['KeyP'], ctrl: true, shift: true, label: 'Ctrl+Shift+P' },
  requestSupplement: ctrl('KeyB', 'B'),
  refuseIntake: ctrl('KeyE', 'E'),
  noteArrival: ctrl('KeyO', 'O'),
  undoStep: ctrl('KeyZ', 'Z'),
  batchUp: ctrl('KeyU', 'U'),
  batchDown: { codes: ['KeyU'], ctrl: true, shift: true, label: 'Ctrl+Shift+U' },
  batchAbandon: { codes: ['KeyH'], ctrl: true, shift: true, label: 'Ctrl+Shift+H' },
  recentProcedure: {
    codes: [1, 2, 3, 4, 5].flatMap((digit) => [`Digit${digit}`, `Numpad${digit}`]),
    ctrl: true,
    shift: false,
    label: 'Ctrl+1 … 5',
  },
  removeLine: key('Delete'),
  nextField: { codes: ENTER, ctrl: false, shift: false, label: 'Enter' },
  signOut: { codes: ['KeyX'], ctrl: true, shift: true, label: 'Ctrl+Shift+X' },
  chooseLine: {
    codes: [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((digit) => [`Digit${digit}`, `Numpad${digit}`]),
    ctrl: false,
    shift: false,
    label: '1 … 9',
  },
  filter: {
    codes: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `Digit${digit}`),
    ctrl: true,
    shift: false,
    label: 'Ctrl+1 … 9',
  },
  rating: {
    codes: [1, 2, 3].map((digit) => `Digit${digit}`),
    ctrl: true,
    shift: true,
    label: 'Ctrl+Shift+1 … 3',
  },
  filterClear: ctrl('Digit0', '0'),
  moreRows: key('End'),
  yearBefore: key('PageUp'),
  yearAfter: key('PageDown'),
  back: { codes: ['Escape'], ctrl: false, shift: false, label: 'Esc' },
} satisfies Record<string, Chord>;

export type KeyName = keyof typeof KEYS;

/** What stands in a list on the screen is numbered 1–9, then A, B, C …: what may be done next, the lines of Hôm nay. */
export const LIST_KEYS: readonly Chord[] = [
  ...'123456789'.split('').map((digit) => letterKey(digit, `Digit${digit}`, `Numpad${digit}`)),
  ...'ABCDEFGHIJKL'.split('').map((letter) => letterKey(letter, `Key${letter}`)),
];

type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether this one of the table was pressed. Screens that are never up together may share a key. */
export function isKey(name: KeyName, event: Pressed): boolean {
  return isPressed(KEYS[name], event);
}

export function keyNames(): readonly KeyName[] {
  // Object.keys answers `string[]` for any object; this one is a literal of this file.
  return Object.keys(KEYS) as KeyName[];
}

export function isPressed(chord: Chord, event: Pressed): boolean {
  if (event.altKey || event.metaKey) return false;
  return chord.codes.includes(event.code) && chord.ctrl === event.ctrlKey && chord.shift === event.shiftKey;
}

function key(code: string): Chord {
  return { codes: [code], ctrl: false, shift: false, label: code };
}

function letterKey(label: string, ...codes: readonly string[]): Chord {
  return { codes, ctrl: false, shift: false, label };
}

function ctrl(code: string, letter: string): Chord {
  return { codes: [code], ctrl: true, shift: false, label: `Ctrl+${letter}` };
}
