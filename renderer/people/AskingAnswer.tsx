import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import type { Asking } from './use-asking.ts';

type AskingAnswerProps = { readonly asking: Asking; readonly done?: string | undefined; readonly testId: string };

/** What came of the last question of a form, in a place that is kept free for it. */
export function AskingAnswer({ asking: { refusal, trouble }, done, testId }: AskingAnswerProps) {
  return (
    <div className="asking-answer">
      {refusal && (
        <Notice tone="bad" testId={`${testId}-refusal`}>
          {refusal}
        </Notice>
      )}
      {trouble && <TroubleNotice trouble={trouble} testId={`${testId}-trouble`} />}
      {done && !refusal && !trouble && (
        <Notice tone="plain" testId={`${testId}-done`}>
          {done}
        </Notice>
      )}
    </div>
  );
}
