import { useEffect, useEffectEvent } from 'react';
import { type CitizenCard, type CitizenCardRefusal, parseCitizenCard } from '../../domain/people/citizen-card.ts';
import { parseScanCode, type ScanCode } from '../../domain/scan-code.ts';

/** What a scanner or a camera read, from whatever way it came. Never the text of a card itself. */
export type Heard =
  | { readonly kind: 'slip'; readonly scanCode: ScanCode }
  /** The number of a citizen card, by a scanner that types. */
  | { readonly kind: 'card-id'; readonly idNumber: string }
  | { readonly kind: 'card'; readonly card: CitizenCard }
  /** A card that cannot be used, or not wholly. */
  | { readonly kind: 'card-trouble'; readonly refusal: CitizenCardRefusal }
  /** Neither: scan again. `hasPrefix`: the scanner sends keys before the code. */
  | { readonly kind: 'misread'; readonly digits: number; readonly keys: number; readonly hasPrefix: boolean };

/** A whole text, as cameras and serial scanners give it. */
export function hearText(text: string): Heard {
  // Scanners may put the sign of the code's kind before it: "]C1", "]Q1".
  const bare = text.trim().replace(/^\][A-Za-z]\d/, '');
  const scanCode = parseScanCode(bare);
  if (scanCode.ok) return { kind: 'slip', scanCode: scanCode.value };
  const card = parseCitizenCard(bare);
  if (card.ok) return { kind: 'card', card: card.value };
  if (card.refusal.code !== 'not-a-citizen-card') return { kind: 'card-trouble', refusal: card.refusal };
  return {
    kind: 'misread',
    digits: bare.replace(/\D/g, '').length,
    keys: bare.length,
    hasPrefix: bare !== text.trim(),
  };
}

/** By which way it came: a scanner that types, or one at a serial port. A camera tells its dialog. */
export type Via = 'wedge' | 'serial';

/** Who hears first: a dialog before the screen below it, a screen before the window. */
type Reach = 'dialog' | 'screen' | 'window';

const REACHES: readonly Reach[] = ['dialog', 'screen', 'window'];

/** Answers whether it was for it; else the next one is asked. */
type Hearer = (heard: Heard, via: Via) => boolean;

const hearers: Record<Reach, Hearer[]> = { dialog: [], screen: [], window: [] };

/** Says what was read to whoever is nearest. */
export function tellHearers(heard: Heard, via: Via): void {
  for (const reach of REACHES) {
    // Of two dialogs the one that opened last lies on top.
    if (hearers[reach].toReversed().some((hearer) => hearer(heard, via))) return;
  }
}

/** Hears what is scanned while the component is shown. */
export function useHearer(reach: Reach, hearer: Hearer): void {
  const hear = useEffectEvent(hearer);
  useEffect(() => {
    const mine: Hearer = (...said) => hear(...said);
    hearers[reach].push(mine);
    return () => {
      hearers[reach] = hearers[reach].filter((other) => other !== mine);
    };
  }, [reach]);
}
