import { parsePassphrase } from '../../domain/passphrase.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { ProtectionChoice } from '../../electron/contract/refusals.ts';

/** What stands in the fields that say how the data file is protected. */
export type ProtectionDraft = {
  /** Undefined until somebody chooses: the best there is on this computer then stands chosen. */
  readonly kind: ProtectionChoice['kind'] | undefined;
  readonly passphrase: string;
  readonly repeat: string;
};

export type PassphraseRefusal = 'missing' | 'too-short' | 'differs';

export const EMPTY_PROTECTION: ProtectionDraft = { kind: undefined, passphrase: '', repeat: '' };

/** The choice that stands: the key store where there is one; plain only when somebody said so. */
export function chosenProtection(draft: ProtectionDraft, hasKeyStore: boolean): ProtectionChoice['kind'] {
  return draft.kind ?? (hasKeyStore ? 'key-store' : 'passphrase');
}

/** The choice to be sent. Refuses a passphrase that is missing, too short, or was typed in two ways. */
export function protectionChoiceOf(
  draft: ProtectionDraft,
  hasKeyStore: boolean,
): Result<ProtectionChoice, PassphraseRefusal> {
  const kind = chosenProtection(draft, hasKeyStore);
  if (kind !== 'passphrase') return ok({ kind });
  if (draft.passphrase.trim() === '') return refuse('missing');
  const passphrase = parsePassphrase(draft.passphrase);
  if (!passphrase) return refuse('too-short');
  return passphrase === parsePassphrase(draft.repeat) ? ok({ kind, passphrase }) : refuse('differs');
}
