import { useEffect, useEffectEvent } from 'react';
import { judgeTrial, type Trial, type TrialKey } from './scan-trial.ts';
import { isTerminator } from './wedge-detector.ts';

/** A slow scanner's keys still belong together. Milliseconds. */
const END_MS = 600;
/** By hand they leave the dialog or move in it. */
const DIALOG_KEYS: readonly string[] = ['Escape', 'F1'];

/** Measures every burst of keys while the component is shown. Its keys reach neither a button nor a command. */
export function useScanTrial(onTrial: (trial: Trial) => void): void {
  const tell = useEffectEvent(onTrial);
  useEffect(() => {
    let keys: readonly TrialKey[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      const tried = keys;
      keys = [];
      tell(judgeTrial(tried));
    };
    const listener = (event: KeyboardEvent): void => {
      const chord = event.ctrlKey || event.altKey || event.metaKey;
      const { code, key, timeStamp } = event;
      // The first key of a burst may be a person's who wants to leave or to press a button.
      if (event.repeat || (keys.length === 0 && (DIALOG_KEYS.includes(code) || isTerminator({ code, chord })))) return;
      event.preventDefault();
      event.stopPropagation();
      clearTimeout(timer);
      keys = [...keys, { code, key, timeMs: timeStamp, chord }];
      timer = setTimeout(end, END_MS);
    };
    window.addEventListener('keydown', listener, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', listener, { capture: true });
    };
  }, []);
}
