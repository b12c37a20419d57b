import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Paper: nothing of it is on the screen, and nothing else of the window comes out of the printer. */
export function PrintSheet({ children }: { readonly children: ReactNode }) {
  return createPortal(<section className="print-sheet">{children}</section>, document.body);
}
