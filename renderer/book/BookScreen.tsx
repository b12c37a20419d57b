import './book.css';
import '../register/register.css';
import { SegmentedControl } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { dateOf } from '../../domain/plain-date.ts';
import type { ScanCode } from '../../domain/scan-code.ts';
import type { AppState } from '../../electron/contract/views.ts';
import { KeyHint } from '../parts/KeyHint.tsx';
import { focusHome } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { BOOK } from '../text/book.ts';
import { CashPart } from './CashPart.tsx';
import { RegisterPart } from './RegisterPart.tsx';
import { ReportPart } from './ReportPart.tsx';

type BookScreenProps = {
  readonly app: AppState;
  readonly onLeave: () => void;
  readonly onHandOver: (scanCode: ScanCode) => void;
};

const PARTS = ['register', 'report', 'cash'] as const;
type Part = (typeof PARTS)[number];

/** The register books and what is made from them. The screen's own key leads on to the next part. */
export function BookScreen({ app, onLeave, onHandOver }: BookScreenProps) {
  const screen = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState<Part>('register');
  const today = dateOf(app.now);
  useEffect(() => focusHome(screen.current?.querySelector<HTMLElement>('.book-body') ?? null), [part]);
  useKeys({ book: () => setPart((old) => PARTS[(PARTS.indexOf(old) + 1) % PARTS.length] ?? old) });
  const tabs = (
    <>
      <SegmentedControl
        size="md"
        aria-label={BOOK.label}
        data={PARTS.map((value) => ({ value, label: BOOK[value] }))}
        value={part}
        data-testid="book-part"
        onChange={(value) => setPart(PARTS.find((one) => one === value) ?? part)}
      />
      <KeyHint name="book" />
    </>
  );
  return (
    <div className="screen register-screen book" ref={screen} data-testid="screen-book" data-part={part}>
      <div className="book-part">
        {part === 'register' && (
          <RegisterPart app={app} today={today} tabs={tabs} onLeave={onLeave} onHandOver={onHandOver} />
        )}
        {part === 'report' && <ReportPart today={today} tabs={tabs} onLeave={onLeave} />}
        {part === 'cash' && <CashPart today={today} tabs={tabs} onLeave={onLeave} />}
      </div>
    </div>
  );
}
