import { Autocomplete, Radio } from '@mantine/core';
import { useId } from 'react';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { ScannerView } from '../../electron/contract/print-views.ts';
import { FieldNote } from '../parts/Field.tsx';
import { SCANNER_FIELDS, SCANNER_KIND_HINTS, SCANNER_KINDS, SCANNER_STATES } from '../text/printing.ts';
import { useAnswer } from '../use-answer.ts';
import type { ScannerSettings } from './use-scanner.ts';

type ScannerFieldsProps = { readonly scanner: ScannerView; readonly settings: ScannerSettings };

const KINDS = ['keyboard', 'serial'] as const;
const NOTHING = {};
const NO_TOPICS: readonly PushTopic[] = [];

/** By the keyboard, as scanners come, or at a serial port, where a card gives all that stands on it. */
export function ScannerFields({ scanner, settings }: ScannerFieldsProps) {
  const { draft } = settings;
  return (
    <div className="printer-fields">
      <fieldset className="choices">
        <legend>{SCANNER_FIELDS.kind}</legend>
        {KINDS.map((kind) => (
          <Radio
            key={kind}
            name="scanner-kind"
            value={kind}
            label={SCANNER_KINDS[kind]}
            description={SCANNER_KIND_HINTS[kind]}
            checked={draft.kind === kind}
            data-testid={`scanner-${kind}`}
            onChange={() => settings.change({ ...draft, kind })}
          />
        ))}
      </fieldset>
      {draft.kind === 'serial' && <PortField scanner={scanner} settings={settings} />}
    </div>
  );
}

function PortField({ scanner, settings }: ScannerFieldsProps) {
  const { latest: ports } = useAnswer('scanner.ports', NOTHING, NO_TOPICS);
  const noteId = useId();
  const { draft } = settings;
  const isTheOneHeard = scanner.choice.kind === 'serial' && scanner.choice.path === draft.path.trim();
  return (
    <>
      <div className="field">
        <Autocomplete
          label={SCANNER_FIELDS.port}
          data={(ports ?? []).map(({ path }) => path)}
          value={draft.path}
          error={settings.error !== undefined}
          aria-describedby={noteId}
          data-testid="scanner-port"
          onChange={(path) => settings.change({ ...draft, path })}
        />
        <FieldNote id={noteId} hint={SCANNER_FIELDS.portHint} error={settings.error} />
      </div>
      {ports === null && <p className="soft">{SCANNER_STATES.absent}</p>}
      {isTheOneHeard && scanner.state && (
        <output className="printer-said" data-testid="scanner-state" data-state={scanner.state}>
          {SCANNER_STATES[scanner.state]}
        </output>
      )}
    </>
  );
}
