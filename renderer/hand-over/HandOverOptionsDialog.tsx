import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Choice } from '../parts/Choice.tsx';
import { Field } from '../parts/Field.tsx';
import { OptionsDialog, OptionsForm } from '../parts/OptionsDialog.tsx';
import { HAND_OVER_OPTIONS, WAYS } from '../text/hand-over-options.ts';
import type { HandOverOptions } from './hand-over-draft.ts';

type BodyProps = {
  readonly options: HandOverOptions;
  /** The result is made in this minute: how it is signed may be said. */
  readonly isMadeNow: boolean;
  readonly onClose: () => void;
  readonly onDone: (options: HandOverOptions) => void;
};

/** The options of one hand-over: taken over together, or left as they were. */
export function HandOverOptionsDialog({ opened, ...body }: BodyProps & { readonly opened: boolean }) {
  return (
    <OptionsDialog opened={opened} onClose={body.onClose} title={HAND_OVER_OPTIONS.title}>
      <Body {...body} />
    </OptionsDialog>
  );
}

function Body({ options, isMadeNow, onClose, onDone }: BodyProps) {
  const { by, postBill, isSlipLost, declaration, resultNumber, resultSigner } = options;
  const [typed, setTyped] = useState({ by, postBill, isSlipLost, declaration, resultNumber, resultSigner });
  const change = (part: Partial<HandOverOptions>): void => setTyped((old) => ({ ...old, ...part }));
  return (
    <OptionsForm
      testId="hand-over-options"
      done={HAND_OVER_OPTIONS.done}
      doneTestId="hand-over-options-done"
      onDone={() => onDone(typed)}
      onClose={onClose}
    >
      <Choice
        label={HAND_OVER_OPTIONS.way}
        texts={WAYS}
        value={typed.by}
        testId="hand-over-by"
        onChange={(way) => change({ by: way })}
      />
      <Field
        label={HAND_OVER_OPTIONS.postBill}
        hint={HAND_OVER_OPTIONS.postBillHint}
        value={typed.by === 'post' ? typed.postBill : ''}
        disabled={typed.by !== 'post'}
        maxLength={60}
        testId="hand-over-post-bill"
        onText={(text) => change({ postBill: text })}
      />
      <Checkbox
        label={HAND_OVER_OPTIONS.slipLost}
        checked={typed.isSlipLost}
        data-testid="hand-over-slip-lost"
        onChange={(event) => change({ isSlipLost: event.currentTarget.checked })}
      />
      <Field
        label={HAND_OVER_OPTIONS.declaration}
        value={typed.isSlipLost ? typed.declaration : ''}
        disabled={!typed.isSlipLost}
        maxLength={300}
        testId="hand-over-declaration"
        onText={(text) => change({ declaration: text })}
      />
      {isMadeNow && <ResultFields typed={typed} onChange={change} />}
    </OptionsForm>
  );
}

type ResultFieldsProps = {
  readonly typed: HandOverOptions;
  readonly onChange: (part: Partial<HandOverOptions>) => void;
};

function ResultFields({ typed, onChange }: ResultFieldsProps) {
  return (
    <div className="receiver-who">
      <Field
        label={HAND_OVER_OPTIONS.resultNumber}
        hint={HAND_OVER_OPTIONS.resultHint}
        value={typed.resultNumber}
        maxLength={100}
        testId="hand-over-result-number"
        onText={(resultNumber) => onChange({ resultNumber })}
      />
      <Field
        label={HAND_OVER_OPTIONS.resultSigner}
        value={typed.resultSigner}
        maxLength={100}
        testId="hand-over-result-signer"
        onText={(resultSigner) => onChange({ resultSigner })}
      />
    </div>
  );
}
