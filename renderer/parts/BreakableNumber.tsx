import { Fragment } from 'react';

/** A dossier number for a narrow column: it may go on in the next line after each hyphen, its tail stands out. */
export function BreakableNumber({ number }: { readonly number: string }) {
  const parts = number.split('-');
  return parts.map((part, index) => (
    <Fragment key={`${index} ${part}`}>
      {index > 0 && (
        <>
          -<wbr />
        </>
      )}
      {index > 0 && index === parts.length - 1 ? <strong>{part}</strong> : part}
    </Fragment>
  ));
}
