import { Button, Select, Textarea } from '@mantine/core';
import { type ChangeEvent, useRef } from 'react';
import { foldText } from '../../domain/search-text.ts';
import { Field, FieldNote } from '../parts/Field.tsx';
import { SET_UP } from '../text/set-up.ts';
import type { SetUpState } from './use-set-up.ts';

/** A sample, a file, or the clerk's own typing: all three fill the same fields. */
export function UnitFields({ setUp }: { readonly setUp: SetUpState }) {
  const { draft, errors, change } = setUp;
  return (
    <>
      <UnitPick setUp={setUp} />
      <div className="set-up-unit">
        <Field
          label={SET_UP.code}
          value={draft.unitCode}
          error={errors['unit.code']}
          inputMode="numeric"
          maxLength={5}
          testId="setup-unit-code"
          onText={(unitCode) => change({ unitCode })}
        />
        <Field
          label={SET_UP.name}
          placeholder={SET_UP.namePlaceholder}
          value={draft.unitName}
          error={errors['unit.name']}
          testId="setup-unit-name"
          onText={(unitName) => change({ unitName })}
        />
      </div>
      <div className="field">
        <Textarea
          label={SET_UP.upperNames}
          rows={2}
          value={draft.upperNames}
          error={errors['unit.upperNames'] !== undefined}
          data-testid="setup-upper-names"
          onChange={(event) => change({ upperNames: event.currentTarget.value })}
        />
        <FieldNote error={errors['unit.upperNames']} />
      </div>
      <Field
        label={SET_UP.organisationCode}
        hint={SET_UP.organisationCodeHint}
        value={draft.organisationCode}
        error={errors['unit.organisationCode']}
        testId="setup-org-code"
        onText={(organisationCode) => change({ organisationCode })}
      />
    </>
  );
}

function UnitPick({ setUp }: { readonly setUp: SetUpState }) {
  const file = useRef<HTMLInputElement>(null);
  const read = (event: ChangeEvent<HTMLInputElement>): void => {
    const [picked] = event.currentTarget.files ?? [];
    if (picked) void setUp.readFile(picked);
    // The same file again, after it was mended, must be read again.
    event.currentTarget.value = '';
  };
  return (
    <div className="field">
      <div className="set-up-pick">
        <Select
          label={SET_UP.sample}
          placeholder={SET_UP.samplePlaceholder}
          nothingFoundMessage={SET_UP.sampleNone}
          data={setUp.choices.map(({ unit }) => ({
            value: unit.code,
            label: SET_UP.sampleOption(unit.name, unit.code),
          }))}
          searchable
          openOnFocus={false}
          maxDropdownHeight={280}
          filter={({ options, search }) =>
            options.filter((option) => 'label' in option && foldText(option.label).includes(foldText(search)))
          }
          data-home
          data-testid="setup-unit"
          onChange={(code) => code && setUp.pick(code)}
        />
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={SET_UP.openFile}
          data-testid="setup-unit-file"
          onChange={read}
        />
        <Button variant="default" onClick={() => file.current?.click()}>
          {SET_UP.openFile}
        </Button>
      </div>
      <output
        className={setUp.fileRefusal ? 'set-up-note field-note-error' : 'set-up-note'}
        data-testid="setup-unit-note"
      >
        {setUp.fileRefusal ?? setUp.note}
      </output>
    </div>
  );
}
