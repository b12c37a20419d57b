import { useState } from 'react';
import { attempt } from '../bridge.ts';
import { ENROL, ENROL_REFUSALS, SYNC } from '../text/sync.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';

export type SyncActions = {
  readonly serverUrl: string;
  readonly code: string;
  /** The refusal of the enrolment, in a sentence. */
  readonly refusal: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly note: string | undefined;
  readonly isBusy: boolean;
  readonly typeUrl: (serverUrl: string) => void;
  readonly typeCode: (code: string) => void;
  readonly enrol: () => Promise<void>;
  readonly syncNow: () => Promise<void>;
};

/** Enrolment with a server, and a round now. */
export function useSync(knownUrl: string | undefined, onChanged: () => void): SyncActions {
  const [serverUrl, setServerUrl] = useState(knownUrl ?? '');
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [note, setNote] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const enrol = async (): Promise<void> => {
    setBusy(true);
    setNote(undefined);
    const answer = await attempt('sync.enrol', { serverUrl: serverUrl.trim(), code: code.trim() });
    setBusy(false);
    setTrouble(answer.ok ? undefined : troubleOfFault(answer.refusal));
    setRefusal(undefined);
    if (!answer.ok) return;
    if (!answer.value.ok) {
      const { refusal: why } = answer.value;
      if (why.code === 'storage-failed') setTrouble(storageTrouble(why));
      else setRefusal(ENROL_REFUSALS[why.code]);
      return;
    }
    setCode('');
    setNote(ENROL.done);
    onChanged();
  };
  const syncNow = async (): Promise<void> => {
    const answer = await attempt('sync.now', {});
    setTrouble(answer.ok ? undefined : troubleOfFault(answer.refusal));
    setNote(answer.ok ? SYNC.asked : undefined);
  };

  return {
    serverUrl,
    code,
    refusal,
    trouble,
    note,
    isBusy,
    typeUrl: (next) => {
      setServerUrl(next);
      setRefusal(undefined);
    },
    typeCode: (next) => {
      setCode(next);
      setRefusal(undefined);
    },
    enrol,
    syncNow,
  };
}
