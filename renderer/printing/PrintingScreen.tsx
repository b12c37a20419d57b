import './printing.css';
import { useRef } from 'react';
import type { AppState } from '../../electron/contract/views.ts';
import { useHomeFocus } from '../parts/use-home-focus.ts';
import { PRINTING_SCREEN } from '../text/printing.ts';
import { FormPrinterCard } from './FormPrinterCard.tsx';
import { PrintQueueList } from './PrintQueueList.tsx';
import { ScannerCard } from './ScannerCard.tsx';
import { SlipPrinterCard } from './SlipPrinterCard.tsx';
import { useQuestionFocus } from './use-question-focus.ts';

type PrintingScreenProps = { readonly app: AppState; readonly onChanged: () => void };

/** The printers and what waits for them, and whether the scanner reads what they print. */
export function PrintingScreen({ app, onChanged }: PrintingScreenProps) {
  const screen = useRef<HTMLDivElement>(null);
  useHomeFocus(screen);
  useQuestionFocus(screen, app.printer.needsAttention > 0);
  return (
    <div className="screen printing" ref={screen} data-testid="screen-printing" aria-label={PRINTING_SCREEN.title}>
      <div className="printing-left">
        <SlipPrinterCard printer={app.printer} onChanged={onChanged} />
        <FormPrinterCard printer={app.printer} onChanged={onChanged} />
        <ScannerCard scanner={app.scanner} onChanged={onChanged} />
      </div>
      <PrintQueueList />
    </div>
  );
}
