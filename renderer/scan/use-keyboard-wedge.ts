import { useEffect } from 'react';
import { rememberField, type Remembered } from './remembered-field.ts';
import { tellHearers } from './heard.ts';
import { IDLE, silenceAfter, wedgeKey, type WedgeOutcome, wedgeSilence, type WedgeStep } from './wedge-detector.ts';

/**
 * Hears a keyboard-wedge scanner on every screen, whatever has the focus. The field it typed into is given back, and what
 * was read is told to the hearers.
 */
export function useKeyboardWedge(): void {
  useEffect(() => {
    const wedge = new Wedge();
    window.addEventListener('keydown', wedge, { capture: true });
    return () => {
      wedge.stop();
      window.removeEventListener('keydown', wedge, { capture: true });
    };
  }, []);
}

class Wedge {
  #burst = IDLE;
  /** By the serial of the key before which the field was so. */
  readonly #fields = new Map<number, Remembered>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  handleEvent(event: KeyboardEvent): void {
    if (event.repeat) return;
    clearTimeout(this.#timer);
    const chord = event.ctrlKey || event.altKey || event.metaKey;
    const step = wedgeKey(this.#burst, { code: event.code, timeMs: event.timeStamp, chord });
    if (step.swallow) {
      // The scanner's Enter belongs to the scan: it must not press the focused button.
      event.preventDefault();
      event.stopPropagation();
    }
    this.#take(step);
    if (this.#burst.signs !== '') this.#timer = setTimeout(() => this.#endBySilence(), silenceAfter(this.#burst));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #endBySilence(): void {
    this.#take(wedgeSilence(this.#burst));
  }

  #take({ burst, outcome }: WedgeStep): void {
    this.#conclude(outcome);
    this.#burst = burst;
    for (const serial of this.#fields.keys()) if (!burst.starts.includes(serial)) this.#fields.delete(serial);
    const newest = burst.starts.at(-1);
    if (newest !== undefined && !this.#fields.has(newest)) this.#fields.set(newest, rememberField());
  }

  #conclude(outcome: WedgeOutcome): void {
    if (outcome.kind === 'nothing') return;
    this.#fields.get(outcome.from)?.giveBack();
    const { from: _, ...heard } = outcome;
    tellHearers(heard, 'wedge');
  }
}
