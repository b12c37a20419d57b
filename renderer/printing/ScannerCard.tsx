import { useState } from 'react';
import type { ScannerView } from '../../electron/contract/print-views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { ScanTest } from '../scan/ScanTest.tsx';
import { PRINTING_SCREEN } from '../text/printing.ts';
import { ScannerFields } from './ScannerFields.tsx';
import { usePaperAsked } from './use-paper-asked.ts';
import { useScanner } from './use-scanner.ts';

type ScannerCardProps = { readonly scanner: ScannerView; readonly onChanged: () => void };

/** How slips are scanned, whether that works, and the sheet that says how a scanner is to be set up. */
export function ScannerCard({ scanner, onChanged }: ScannerCardProps) {
  const [isTrying, setTrying] = useState(false);
  const asked = usePaperAsked();
  const settings = useScanner(scanner, onChanged);
  return (
    <section className="card" data-testid="scanner">
      <h2>{PRINTING_SCREEN.scanner}</h2>
      <p className="soft">{PRINTING_SCREEN.scannerBody}</p>
      <ScannerFields scanner={scanner} settings={settings} />
      <div className="printer-acts">
        {settings.isChanged && (
          <ActionButton testId="scanner-save" onClick={() => void settings.save()}>
            {PRINTING_SCREEN.saveScanner}
          </ActionButton>
        )}
        <ActionButton
          variant={settings.isChanged ? 'default' : 'filled'}
          testId="scan-test-open"
          onClick={() => setTrying(true)}
        >
          {PRINTING_SCREEN.tryScan}
        </ActionButton>
        <ActionButton
          variant="default"
          testId="scanner-sheet"
          onClick={() => void asked.form({ form: 'scanner-sheet' }, 'printer', PRINTING_SCREEN.sheetQueued)}
        >
          {PRINTING_SCREEN.scannerSheet}
        </ActionButton>
        <output className="soft" data-testid="scanner-note">
          {settings.note ?? asked.note}
        </output>
      </div>
      {settings.trouble && <TroubleNotice trouble={settings.trouble} />}
      {asked.trouble && <TroubleNotice trouble={asked.trouble} />}
      <ScanTest opened={isTrying} onClose={() => setTrying(false)} />
    </section>
  );
}
