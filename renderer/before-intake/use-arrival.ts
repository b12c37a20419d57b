import { useEffect, useState } from 'react';
import { useKeys } from '../parts/use-keys.ts';

/** The dialog for what arrived, by its key wherever the component is shown. */
export function useArrival(): { readonly isOpen: boolean; readonly open: () => void; readonly close: () => void } {
  const [isOpen, setOpen] = useState(false);
  // A kept screen that is left must not leave its dialog behind.
  useEffect(() => () => setOpen(false), []);
  const open = (): void => setOpen(true);
  useKeys({ noteArrival: open });
  return { isOpen, open, close: () => setOpen(false) };
}
