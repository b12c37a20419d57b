/** The focused field as it was at one moment. */
export type Remembered = {
  /** Puts the field back as it was, its selection included. Does nothing where nothing was typed into it. */
  readonly giveBack: () => void;
};

const NOTHING_TO_GIVE_BACK: Remembered = { giveBack: () => undefined };

/** Remembers what is focused now: a text field, a list of choices, or text that can be edited in place. */
export function rememberField(element: Element | null = document.activeElement): Remembered {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return rememberText(element);
  if (element instanceof HTMLSelectElement) return rememberChoice(element);
  return element instanceof HTMLElement && element.isContentEditable ? rememberEditable(element) : NOTHING_TO_GIVE_BACK;
}

function rememberText(element: HTMLInputElement | HTMLTextAreaElement): Remembered {
  const { value, selectionStart, selectionEnd, selectionDirection } = element;
  return {
    giveBack: () => {
      if (element.value !== value && !takeBack(element, value)) setValue(element, value);
      // Keys of the pad without NumLock move the caret. Numbers and dates have none.
      if (selectionStart !== null)
        element.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? 'none');
    },
  };
}

/**
 * As {@link setValue}, keeping what Ctrl+Z knows: the browser takes back its last piece of typing, and what a hand wrote of
 * it before the scan is written again. Answers whether that led to `value`.
 */
function takeBack(element: HTMLInputElement | HTMLTextAreaElement, value: string): boolean {
  // Numbers and dates have no selection to write at; another field is not ours to edit.
  if (element.selectionStart === null || document.activeElement !== element) return false;
  const before = element.value;
  edit('undo');
  if (element.value === before) return false;
  const change = differenceOf(element.value, value);
  element.setSelectionRange(change.from, change.to);
  if (change.text !== '') edit('insertText', change.text);
  else if (change.from < change.to) edit('delete');
  return element.value === value;
}

function edit(command: 'undo' | 'insertText' | 'delete', text?: string): void {
  // oxlint-disable-next-line typescript/no-deprecated -- nothing else reaches the browser's own history of a field
  document.execCommand(command, false, text);
}

/** The one stretch of `from` to be replaced, and by what, so that it becomes `to`. */
export function differenceOf(
  from: string,
  to: string,
): { readonly from: number; readonly to: number; readonly text: string } {
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  return { from: head, to: from.length - tail, text: to.slice(head, to.length - tail) };
}

function setValue(element: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const prototype = element instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  // React keeps its own idea of the value: only the native setter followed by an input event tells it.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}

function rememberChoice(element: HTMLSelectElement): Remembered {
  const { selectedIndex } = element;
  return {
    giveBack: () => {
      if (element.selectedIndex === selectedIndex) return;
      element.selectedIndex = selectedIndex;
      element.dispatchEvent(new Event('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    },
  };
}

function rememberEditable(element: HTMLElement): Remembered {
  const { innerHTML } = element;
  const nodes = [...element.childNodes].map((node) => node.cloneNode(true));
  return {
    giveBack: () => {
      if (element.innerHTML === innerHTML) return;
      element.replaceChildren(...nodes);
      getSelection()?.selectAllChildren(element);
      getSelection()?.collapseToEnd();
    },
  };
}
