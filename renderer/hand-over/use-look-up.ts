import { useState } from 'react';
import type { Scan } from '../frame/use-frame.ts';
import { codeText } from './code-text.ts';

export type LookUp = {
  /** What stands in the code field. */
  readonly typed: string;
  readonly type: (typed: string) => void;
  /** The slip that is asked about; `serial` changes with every scan, the same slip again included. */
  readonly slip: { readonly text: string; readonly serial: string; readonly isFound: boolean } | undefined;
  readonly look: () => void;
  readonly clear: () => void;
};

/** The slip that came last, scanned or typed. */
export function useLookUp(scan: Scan | undefined): LookUp {
  const [typed, setTyped] = useState('');
  const [count, setCount] = useState(0);
  const [slip, setSlip] = useState<LookUp['slip']>();
  const [scanned, setScanned] = useState<number>();
  if (scan && scan.serial !== scanned) {
    // The scanner's newest slip replaces whatever stood here.
    setScanned(scan.serial);
    setTyped(codeText(scan.text));
    setSlip({ text: scan.text, serial: `scan ${scan.serial}`, isFound: scan.isFound });
  }
  return {
    typed,
    type: (text) => setTyped(codeText(text)),
    slip,
    look: () => {
      setCount(count + 1);
      setSlip({ text: typed, serial: `typed ${count + 1}`, isFound: false });
    },
    clear: () => {
      setTyped('');
      setSlip(undefined);
    },
  };
}
