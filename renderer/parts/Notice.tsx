import type { ReactNode } from 'react';
import type { Trouble } from '../text/trouble.ts';
import { Shape, type ShapeName } from './Shape.tsx';

export type Tone = 'good' | 'soon' | 'bad' | 'plain';

const SHAPES = { good: 'circle', soon: 'triangle', bad: 'octagon', plain: 'check' } satisfies Record<Tone, ShapeName>;

type NoticeProps = {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly testId?: string;
  readonly shape?: ShapeName;
};

/** A sentence that must be seen, in its place on the screen. */
export function Notice({ tone, children, testId, shape = SHAPES[tone] }: NoticeProps) {
  return (
    <div
      className={`notice tone-${tone}`}
      role={tone === 'bad' ? 'alert' : 'status'}
      {...(testId ? { 'data-testid': testId } : {})}
    >
      <Shape name={shape} />
      <div>{children}</div>
    </div>
  );
}

/** What happened, that nothing is lost, what to do now. In that order. */
export function TroubleNotice({ trouble, testId }: { readonly trouble: Trouble; readonly testId?: string }) {
  return (
    <Notice tone="bad" {...(testId ? { testId } : {})}>
      <strong>{trouble.what}</strong> {trouble.safe} {trouble.next}
    </Notice>
  );
}
