import { useState } from 'react';
import type { ScannerChoice, ScannerView } from '../../electron/contract/print-views.ts';
import { attempt } from '../bridge.ts';
import { PRINTING_SCREEN, SCANNER_FIELDS } from '../text/printing.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';

/** The scanner as it stands in the fields. */
type ScannerDraft = { readonly kind: ScannerChoice['kind']; readonly path: string };

export type ScannerSettings = {
  readonly draft: ScannerDraft;
  readonly isChanged: boolean;
  readonly error: string | undefined;
  readonly note: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly change: (draft: ScannerDraft) => void;
  readonly save: () => Promise<void>;
};

/** How slips are scanned from now on. */
export function useScanner({ choice: present }: ScannerView, onChanged: () => void): ScannerSettings {
  const [draft, setDraft] = useState<ScannerDraft>({
    kind: present.kind,
    path: present.kind === 'serial' ? present.path : '',
  });
  const [error, setError] = useState<string>();
  const [note, setNote] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const choice: ScannerChoice =
    draft.kind === 'serial' ? { kind: 'serial', path: draft.path.trim() } : { kind: 'keyboard' };
  const forget = (): void => {
    setError(undefined);
    setNote(undefined);
  };
  return {
    draft,
    isChanged: JSON.stringify(choice) !== JSON.stringify(present),
    error,
    note,
    trouble,
    change: (next) => {
      forget();
      setDraft(next);
    },
    save: async () => {
      forget();
      const answer = await attempt('scanner.choose', { choice });
      setTrouble(answer.ok ? undefined : troubleOfFault(answer.refusal));
      if (!answer.ok) return;
      if (answer.value.ok) {
        setNote(PRINTING_SCREEN.saved);
        onChanged();
      } else if (answer.value.refusal.code === 'storage-failed') setTrouble(storageTrouble(answer.value.refusal));
      else setError(SCANNER_FIELDS.malformed);
    },
  };
}
