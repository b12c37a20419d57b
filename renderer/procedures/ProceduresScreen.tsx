import './procedures.css';
import { useRef } from 'react';
import { dateOf } from '../../domain/plain-date.ts';
import type { AppState, CounterIdentity } from '../../electron/contract/views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Blank, Loading } from '../parts/Blank.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { focusHome, useHomeFocus } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { PROCEDURES } from '../text/procedures.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { ProcedureSearch } from './ProcedureSearch.tsx';
import { ProcedureSheet } from './ProcedureSheet.tsx';
import { useProcedurePaper } from './use-procedure-paper.ts';
import { type ProceduresState, useProcedures } from './use-procedures.ts';

type ProceduresScreenProps = { readonly app: AppState; readonly counter: CounterIdentity };

/** What the counter receives: found by a few letters, read beside the list, and printed for the wall. */
export function ProceduresScreen({ app, counter }: ProceduresScreenProps) {
  const screen = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLElement>(null);
  const state = useProcedures(dateOf(app.now));
  const paper = useProcedurePaper(app.printer.formChoice.kind);
  const { chosen } = state;
  const isPrintable = chosen !== undefined && chosen.holds !== 'over';
  useHomeFocus(screen);
  const print = (): void => {
    if (isPrintable) void paper.printNotice(chosen);
  };
  const printAll = (): void => void paper.printList();
  useKeys({ procedures: () => focusHome(screen.current), print, printAll });
  return (
    <div className="screen procedures" ref={screen} data-testid="screen-procedures">
      <ProcedureSearch state={state} onRead={() => sheet.current?.focus()} />
      <div className="procedures-right">
        {!chosen && <NothingToRead state={state} />}
        {chosen && (
          <ProcedureSheet
            key={chosen.procedure.code}
            shown={chosen}
            upperNames={counter.unit.upperNames}
            place={sheet}
            onLeave={() => focusHome(screen.current)}
          />
        )}
        <Actions
          note={paper.note ?? (chosen?.holds === 'over' ? PROCEDURES.overNotPrinted : '')}
          isPrintable={isPrintable}
          onPrint={print}
          onPrintAll={printAll}
        />
        {paper.trouble && <TroubleNotice trouble={paper.trouble} testId="procedures-trouble" />}
      </div>
    </div>
  );
}

function NothingToRead({ state: { all, fault } }: { readonly state: ProceduresState }) {
  if (all) return <Blank title={PROCEDURES.noneTitle}>{PROCEDURES.noneBody}</Blank>;
  return fault ? <TroubleNotice trouble={troubleOfFault(fault)} /> : <Loading />;
}

type ActionsProps = {
  readonly note: string;
  readonly isPrintable: boolean;
  readonly onPrint: () => void;
  readonly onPrintAll: () => void;
};

function Actions({ note, isPrintable, onPrint, onPrintAll }: ActionsProps) {
  return (
    <div className="procedures-actions">
      <p className="soft" data-testid="procedures-note">
        {note}
      </p>
      <ActionButton variant="default" keyName="printAll" testId="print-procedures" onClick={onPrintAll}>
        {PROCEDURES.printAll}
      </ActionButton>
      <ActionButton keyName="print" testId="print-procedure" disabled={!isPrintable} onClick={onPrint}>
        {PROCEDURES.print}
      </ActionButton>
    </div>
  );
}
