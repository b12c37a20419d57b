import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { COMMON } from '../text/vi.ts';

/** The middle of an empty place: what would stand here, and what to do. */
export function Blank({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="blank">
      <p className="blank-title">{title}</p>
      {children && <div className="blank-body">{children}</div>}
    </div>
  );
}

/** Shows nothing for the first moments (CSS), so that quick answers do not flicker. */
export function Loading() {
  return (
    <output className="blank loading" aria-label={COMMON.loading}>
      <Loader size="sm" />
      <p>{COMMON.loading}</p>
    </output>
  );
}
