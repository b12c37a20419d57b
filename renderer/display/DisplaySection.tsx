import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { parseTextSize, TEXT_SIZES } from '../../electron/contract/text-size.ts';
import { DISPLAY } from '../text/settings.ts';
import { chooseContrast, keptContrast } from './contrast.ts';
import { chooseTextSize, keptTextSize } from './text-size.ts';

/** How this machine shows the counter; chosen by the arrows, seen at once, kept for the next start. */
export function DisplaySection() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [size, setSize] = useState(keptTextSize);
  const [contrast, setContrast] = useState(keptContrast);
  return (
    <section className="card">
      <h2>{DISPLAY.title}</h2>
      <dl className="facts">
        <Choice
          label={DISPLAY.textSize}
          testId="text-size"
          options={TEXT_SIZES.map((percent) => ({ value: String(percent), label: DISPLAY.percent(percent) }))}
          value={String(size)}
          onChoose={(value) => {
            chooseTextSize(parseTextSize(value));
            setSize(parseTextSize(value));
          }}
        />
        <Choice
          label={DISPLAY.contrast}
          testId="contrast"
          options={optionsOf(DISPLAY.contrasts)}
          value={contrast}
          onChoose={(value) => {
            chooseContrast(value);
            setContrast(value);
          }}
        />
        <Choice
          label={DISPLAY.colours}
          testId="colours"
          options={optionsOf(DISPLAY.colourSchemes)}
          value={colorScheme}
          onChoose={setColorScheme}
        />
      </dl>
    </section>
  );
}

type Option<T extends string> = { readonly value: T; readonly label: string };

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly testId: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
};

function Choice<T extends string>({ label, testId, options, value, onChoose }: ChoiceProps<T>) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <SegmentedControl
          size="xs"
          aria-label={label}
          data={[...options]}
          value={value}
          data-testid={testId}
          onChange={(chosen) => {
            const option = options.find((one) => one.value === chosen);
            if (option) onChoose(option.value);
          }}
        />
      </dd>
    </div>
  );
}

function optionsOf<T extends string>(labels: Record<T, string>): readonly Option<T>[] {
  // Object.entries forgets the names of the keys; this is a literal of the texts.
  return (Object.entries(labels) as [T, string][]).map(([value, label]) => ({ value, label }));
}
