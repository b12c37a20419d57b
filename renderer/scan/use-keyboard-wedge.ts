import { useEffect, useEffectEvent } from 'react';
import type { ScanCode } from '../../domain/scan-code.ts';
import { IDLE, SILENCE_MS, wedgeKey, type WedgeOutcome, wedgeSilence } from './wedge-detector.ts';

type Listeners = {
  readonly onScan: (scanCode: ScanCode) => void;
  readonly onMisread: (digits: number) => void;
};

/** Hears a keyboard-wedge scanner on every screen, whatever has the focus. The field it typed into is given back. */
export function useKeyboardWedge(listeners: Listeners): void {
  const tell = useEffectEvent((outcome: WedgeOutcome) => {
    if (outcome.kind === 'scanned') listeners.onScan(outcome.scanCode);
    if (outcome.kind === 'misread') listeners.onMisread(outcome.digits);
  });
  useEffect(() => listenToWedge(tell), []);
}

function listenToWedge(tell: (outcome: WedgeOutcome) => void): () => void {
  let burst = IDLE;
  let giveBack: () => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const conclude = (outcome: WedgeOutcome): boolean => {
    if (outcome.kind !== 'scanned' && outcome.kind !== 'misread') return false;
    giveBack();
    tell(outcome);
    return true;
  };
  const listener = (event: KeyboardEvent): void => {
    if (event.repeat) return;
    clearTimeout(timer);
    const chord = event.ctrlKey || event.altKey || event.metaKey;
    const step = wedgeKey(burst, { code: event.code, timeMs: event.timeStamp, chord });
    burst = step.burst;
    if (step.outcome.kind === 'began') giveBack = remember(document.activeElement);
    if (conclude(step.outcome)) {
      // The scanner's Enter belongs to the scan: it must not press the focused button.
      event.preventDefault();
      event.stopPropagation();
    }
    if (burst !== IDLE) timer = setTimeout(endBySilence, SILENCE_MS);
  };
  const endBySilence = (): void => {
    const step = wedgeSilence(burst);
    burst = step.burst;
    conclude(step.outcome);
  };

  window.addEventListener('keydown', listener, { capture: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', listener, { capture: true });
  };
}

/** What the focused field holds now, and how to put it back. */
function remember(element: Element | null): () => void {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return () => undefined;
  const { value, selectionStart, selectionEnd } = element;
  return () => {
    if (element.value === value) return;
    const prototype = element instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
    // React keeps its own idea of the value: only the native setter followed by an input event tells it.
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
    element.dispatchEvent(new Event('input', { bubbles: true }));
    if (selectionStart !== null) element.setSelectionRange(selectionStart, selectionEnd);
  };
}
