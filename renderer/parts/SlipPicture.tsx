import type { PushTopic } from '../../electron/contract/pushes.ts';
import { PRINTING } from '../text/printing.ts';
import { useAnswer } from '../use-answer.ts';
import { Blank, Loading } from './Blank.tsx';

const TOPICS: readonly PushTopic[] = ['print'];

/** The slip as the printer drew it. */
export function SlipPicture({ jobId }: { readonly jobId: number | undefined }) {
  const picture = useAnswer('print.picture', jobId === undefined ? undefined : { jobId }, TOPICS);
  if (jobId === undefined) return <Blank title={PRINTING.noPicture} />;
  if (picture.value) {
    return (
      // Longer than its place: by the keyboard it is scrolled only with the focus on it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      <section className="slip" data-testid="slip-picture" tabIndex={0} aria-label={PRINTING.pictureOfSlip}>
        <img src={picture.value} alt={PRINTING.pictureOfSlip} />
      </section>
    );
  }
  if (picture.fault || picture.value === null) return <Blank title={PRINTING.noPicture} />;
  return <Loading />;
}
