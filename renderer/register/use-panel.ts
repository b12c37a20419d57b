import { useEffect, useState } from 'react';
import type { DossierId } from '../../domain/scan-code.ts';

/** Which dossier is open beside a list. A screen that is left closes it. */
export function usePanel(): {
  readonly openId: DossierId | undefined;
  readonly open: (id: DossierId) => void;
  readonly close: () => void;
} {
  const [openId, setOpenId] = useState<DossierId>();
  useEffect(() => () => setOpenId(undefined), []);
  return { openId, open: setOpenId, close: () => setOpenId(undefined) };
}
