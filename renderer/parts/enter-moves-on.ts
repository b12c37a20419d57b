import type { KeyboardEvent } from 'react';
import { isKey } from '../keys.ts';
import { focusNextField } from './next-field.ts';

/** Enter goes to the next field. For the `onKeyDown` of the element that holds the fields. */
export function enterMovesOn(event: KeyboardEvent<HTMLElement>): void {
  if (event.defaultPrevented || event.nativeEvent.isComposing || !isKey('nextField', event.nativeEvent)) return;
  // A dialog is a child here and lies elsewhere on the page: its Enter is its own.
  if (!(event.target instanceof HTMLInputElement) || !event.currentTarget.contains(event.target)) return;
  event.preventDefault();
  focusNextField(event.currentTarget, event.target);
}
