import './protection.css';
import { Radio } from '@mantine/core';
import type { ProtectionChoice } from '../../electron/contract/refusals.ts';
import { Notice } from '../parts/Notice.tsx';
import { PassphraseField } from '../parts/PassphraseField.tsx';
import { PROTECTION, PROTECTION_CHOICES } from '../text/protection.ts';
import { chosenProtection, type ProtectionDraft } from './protection-draft.ts';

type ProtectionFieldsProps = {
  readonly draft: ProtectionDraft;
  readonly hasKeyStore: boolean;
  /** Leaving the file plain is offered at the set-up only. */
  readonly mayStayPlain: boolean;
  readonly error: string | undefined;
  /** In a dialog: the first thing that is asked has the focus. */
  readonly isAutoFocused?: boolean;
  readonly onChange: (part: Partial<ProtectionDraft>) => void;
};

/** Who keeps the key of the data file: the same in the set-up and in the settings. */
export function ProtectionFields(props: ProtectionFieldsProps) {
  const { draft, hasKeyStore, mayStayPlain, error, isAutoFocused = false, onChange } = props;
  const chosen = chosenProtection(draft, hasKeyStore);
  const kinds: readonly ProtectionChoice['kind'][] = [
    ...(hasKeyStore ? (['key-store'] as const) : []),
    'passphrase',
    ...(mayStayPlain ? (['none'] as const) : []),
  ];
  return (
    <div className="protection-fields">
      {!hasKeyStore && <p className="protection-no-store">{PROTECTION.noKeyStore}</p>}
      {kinds.length > 1 && (
        <fieldset className="choices protection-kinds">
          <legend>{PROTECTION.title}</legend>
          {kinds.map((kind) => (
            <Radio
              key={kind}
              name="protection-kind"
              value={kind}
              label={PROTECTION_CHOICES[kind].label}
              description={PROTECTION_CHOICES[kind].hint}
              checked={chosen === kind}
              {...(isAutoFocused && chosen === kind ? { 'data-autofocus': true } : {})}
              data-testid={`protection-${kind}`}
              onChange={() => onChange({ kind })}
            />
          ))}
        </fieldset>
      )}
      {chosen === 'passphrase' && (
        <div className="protection-pair">
          <PassphraseField
            label={PROTECTION.passphrase}
            hint={PROTECTION.passphraseHint}
            value={draft.passphrase}
            error={error}
            isAutoFocused={isAutoFocused && kinds.length === 1}
            testId="passphrase"
            onText={(passphrase) => onChange({ passphrase })}
          />
          <PassphraseField
            label={PROTECTION.repeat}
            value={draft.repeat}
            error={undefined}
            testId="passphrase-again"
            onText={(repeat) => onChange({ repeat })}
          />
        </div>
      )}
      {chosen === 'none' && (
        <Notice tone="bad" testId="protection-warning">
          {PROTECTION.plainWarning}
        </Notice>
      )}
    </div>
  );
}
