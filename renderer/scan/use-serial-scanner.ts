import { useEffect } from 'react';
import { attempt } from '../bridge.ts';
import { hearText, tellHearers } from './heard.ts';

/** A core that is being started again is not asked as fast as it can fail. */
const PAUSE_AFTER_FAULT_MS = 2_000;

/** Hears a scanner at a serial port on every screen, as long as there is one and somebody is at the counter. */
export function useSerialScanner(isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return undefined;
    const abort = new AbortController();
    void listen(abort.signal);
    return () => abort.abort();
  }, [isThere]);
}

async function listen(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const answer = await attempt('scan.next', {});
    // What was scanned for a screen that is gone is for nobody.
    if (signal.aborted) return;
    if (!answer.ok) await new Promise((resolve) => setTimeout(resolve, PAUSE_AFTER_FAULT_MS));
    else if (answer.value) tellHearers(hearText(answer.value.text), 'serial');
  }
}
