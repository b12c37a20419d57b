import { Checkbox } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Field } from '../parts/Field.tsx';
import { RECEIVE_DOWN } from '../text/batches.ts';
import type { Came } from './use-receive-down.ts';

type Result = NonNullable<Came['result']>;

type ResultFieldsProps = {
  readonly who: string;
  readonly result: Result;
  readonly onChange: (result: Result) => void;
};

/** What stands on a result of which the body above has not said anything. */
export function ResultFields({ who, result, onChange }: ResultFieldsProps) {
  const number = useRef<HTMLInputElement>(null);
  // The result is in the hand: its number is typed next.
  useEffect(() => number.current?.focus(), []);
  return (
    <fieldset className="batch-result" data-testid="batch-result">
      <legend>{RECEIVE_DOWN.result(who)}</legend>
      <Field
        label={RECEIVE_DOWN.number}
        ref={number}
        value={result.number}
        testId="result-number"
        onText={(text) => onChange({ ...result, number: text })}
      />
      <Field
        label={RECEIVE_DOWN.date}
        value={result.date}
        testId="result-date"
        onText={(date) => onChange({ ...result, date })}
      />
      <Field
        label={RECEIVE_DOWN.signer}
        value={result.signer}
        testId="result-signer"
        onText={(signer) => onChange({ ...result, signer })}
      />
      <Checkbox
        label={RECEIVE_DOWN.isRefusal}
        checked={result.isRefusal}
        data-testid="result-is-refusal"
        data-enter-skip
        onChange={(event) => onChange({ ...result, isRefusal: event.currentTarget.checked })}
      />
    </fieldset>
  );
}
