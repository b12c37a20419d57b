import { TroubleNotice } from '../parts/Notice.tsx';
import { Shape } from '../parts/Shape.tsx';
import { PRINTING_SCREEN } from '../text/printing.ts';
import type { AskedCondition } from './use-printer-condition.ts';

/** How the printer is, by its own word. */
export function PrinterSaid({ condition }: { readonly condition: AskedCondition }) {
  const { isAsking, said, trouble } = condition;
  return (
    <>
      <output className="printer-said" data-testid="printer-said" data-tone={said?.tone}>
        {isAsking && PRINTING_SCREEN.asking}
        {said && (
          <>
            <Shape name={said.tone === 'good' ? 'check' : 'triangle'} /> {said.text}
          </>
        )}
      </output>
      {trouble && <TroubleNotice trouble={trouble} />}
    </>
  );
}
