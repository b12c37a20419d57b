import type { ReactNode } from 'react';

type LabelledProps = { readonly label: string; readonly isWide?: boolean; readonly children: ReactNode };

/** A short field with its name before it: the card is low. */
export function Labelled({ label, isWide, children }: LabelledProps) {
  return (
    <label className={isWide ? 'fee-field fee-field-wide' : 'fee-field'}>
      <span>{label}</span>
      {children}
    </label>
  );
}
