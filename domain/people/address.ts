import { tidyText } from '../typed-text.ts';
import type { PlainDate } from '../plain-date.ts';
import { isInForce, type Unit } from '../unit.ts';

/** Where somebody lives, as the person gave it. */
export type Address = {
  readonly text: string;
  /** The commune, where it is known: 5 digits. The same digits named other ground before July 2025, so see `day`. */
  readonly unitCode?: string;
  /** The day on which `text` and `unitCode` are meant. Never rewritten when units are merged. */
  readonly day: PlainDate;
};

type Place = {
  /** Hamlet (khu, thôn, xóm, tổ) or street; may be empty. */
  readonly hamlet: string;
  readonly unit: Unit;
  readonly day: PlainDate;
};

/**
 * The place in words as that day's law has it: hamlet, commune, and the bodies above — district and province until
 * 30 June 2025, the province alone since. Undefined when `unit` was not in force that day.
 */
export function addressText({ hamlet, unit, day }: Place): string | undefined {
  if (!isInForce(unit, day)) return undefined;
  const parts = [tidyText(hamlet), unit.name, ...unit.upperNames].filter((part) => part !== '');
  // Names of units begin with the word for their kind, which has a capital only where the text begins.
  return parts.map((part, i) => (i === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1))).join(', ');
}

/**
 * An address in the commune of code `unitCode` as it stood on `day`; undefined when `units` holds none of that day.
 * With the counter's own commune this is what a form starts with: nine people of ten live there.
 */
export function addressIn(
  units: readonly Unit[],
  at: { readonly hamlet: string; readonly unitCode: string; readonly day: PlainDate },
): Address | undefined {
  const { hamlet, unitCode, day } = at;
  const unit = units.find((each) => each.code === unitCode && isInForce(each, day));
  const text = unit && addressText({ hamlet, unit, day });
  return text === undefined ? undefined : { text, unitCode, day };
}
