import { SegmentedControl } from '@mantine/core';

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly texts: Readonly<Record<T, string>>;
  readonly value: T;
  readonly testId: string;
  readonly onChange: (value: T) => void;
};

/** A few choices side by side: one Tab stop, arrows choose. */
export function Choice<T extends string>({ label, texts, value, testId, onChange }: ChoiceProps<T>) {
  const words = Object.keys(texts) as T[];
  return (
    <fieldset className="choice" data-testid={testId}>
      <legend className="label">{label}</legend>
      <SegmentedControl
        fullWidth
        aria-label={label}
        data={words.map((word) => ({ value: word, label: texts[word] }))}
        value={value}
        onChange={onChange}
      />
    </fieldset>
  );
}
