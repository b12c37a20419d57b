import type { ReactNode } from 'react';

type BookHeadProps = {
  readonly tabs: ReactNode;
  readonly note: string | undefined;
  /** What can be done with what is shown. */
  readonly children: ReactNode;
};

/** Which part of the screen is up, what was said last, and what can be done. */
export function BookHead({ tabs, note, children }: BookHeadProps) {
  return (
    <div className="book-head">
      {tabs}
      <output className="soft book-note" data-testid="book-note">
        {note}
      </output>
      {children}
    </div>
  );
}
