import { useState } from 'react';
import { ActionButton } from '../parts/ActionButton.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { ScanTest } from '../scan/ScanTest.tsx';
import { PRINTING_SCREEN } from '../text/printing.ts';
import { usePaperAsked } from './use-paper-asked.ts';

/** Whether the scanner reads what is printed here, and the sheet that says how it is to be set up. */
export function ScannerCard() {
  const [isTrying, setTrying] = useState(false);
  const asked = usePaperAsked();
  return (
    <section className="card" data-testid="scanner">
      <h2>{PRINTING_SCREEN.scanner}</h2>
      <p className="soft">{PRINTING_SCREEN.scannerBody}</p>
      <div className="printer-acts">
        <ActionButton testId="scan-test-open" onClick={() => setTrying(true)}>
          {PRINTING_SCREEN.tryScan}
        </ActionButton>
        <ActionButton
          variant="default"
          testId="scanner-sheet"
          onClick={() => void asked.form({ form: 'scanner-sheet' }, 'printer', PRINTING_SCREEN.sheetQueued)}
        >
          {PRINTING_SCREEN.scannerSheet}
        </ActionButton>
        <output className="soft">{asked.note}</output>
      </div>
      {asked.trouble && <TroubleNotice trouble={asked.trouble} />}
      <ScanTest opened={isTrying} onClose={() => setTrying(false)} />
    </section>
  );
}
