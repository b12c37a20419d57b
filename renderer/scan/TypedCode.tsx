import { useState } from 'react';
import { parseScanCode, type ScanCode } from '../../domain/scan-code.ts';
import { CodeField } from '../hand-over/CodeField.tsx';
import { codeText } from '../hand-over/code-text.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { CAMERA } from '../text/scan.ts';

const IN_DIALOG = { testId: 'typed-code', placeholder: CAMERA.typedHint };

/** The digits by hand, checked as they are typed: for a slip that no reader reads. */
export function TypedCode({ onCode }: { readonly onCode: (scanCode: ScanCode) => void }) {
  const [typed, setTyped] = useState('');
  const code = parseScanCode(typed);
  const enter = (): void => {
    if (code.ok) onCode(code.value);
  };
  return (
    <div className="typed-code">
      <p className="typed-code-label">{CAMERA.typed}</p>
      <div className="typed-code-row">
        <CodeField value={typed} inDialog={IN_DIALOG} onType={(text) => setTyped(codeText(text))} onEnter={enter} />
        <ActionButton size="lg" keyName="nextField" disabled={!code.ok} testId="typed-code-go" onClick={enter}>
          {CAMERA.typedGo}
        </ActionButton>
      </div>
      <output
        className={code.ok || !isWhole(typed) ? 'field-note' : 'field-note field-note-error'}
        data-testid="typed-code-note"
      >
        {noteOf(typed, code.ok)}
      </output>
    </div>
  );
}

function isWhole(typed: string): boolean {
  return digitsOf(typed) === 16;
}

function noteOf(typed: string, isRight: boolean): string {
  if (isRight) return CAMERA.checkFits;
  const digits = digitsOf(typed);
  if (digits === 0) return '';
  return digits === 16 ? CAMERA.checkFailed : CAMERA.digitsLeft(16 - digits);
}

function digitsOf(typed: string): number {
  return typed.replace(/\D/g, '').length;
}
