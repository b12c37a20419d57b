import type { OldDossiersRead } from '../../domain/go-live/old-dossier.ts';
import { attempt } from '../bridge.ts';
import { countText } from '../text/format.ts';
import { OLD_DOSSIERS } from '../text/old-dossiers.ts';
import { columnsText, oldDossierLines, skippedText } from './old-dossier-lines.ts';
import { LongList } from './LongList.tsx';
import { ReadInCard } from './ReadInCard.tsx';
import { useReadIn } from './use-read-in.ts';

const TEXTS = { ...OLD_DOSSIERS, apply: OLD_DOSSIERS.take, nothing: OLD_DOSSIERS.nothingToTake };
const LISTS = ['toFix', 'warnings', 'accepted'] as const;

/** The open dossiers of the former system: looked at, then taken over. */
export function OldDossiersSection() {
  const state = useReadIn({
    read: () => attempt('goLive.read', {}),
    apply: (readingId) => attempt('goLive.apply', { readingId }),
    say: ({ taken, known }) => OLD_DOSSIERS.taken(taken, known),
  });
  return (
    <ReadInCard texts={TEXTS} state={state} count={state.found?.read.accepted.length ?? 0} testId="old-dossiers">
      {state.found && <Found read={state.found.read} />}
    </ReadInCard>
  );
}

function Found({ read }: { readonly read: OldDossiersRead }) {
  const lines = oldDossierLines(read);
  const counts = [
    [OLD_DOSSIERS.accepted, read.accepted.length],
    [OLD_DOSSIERS.toFix, read.toFix.length],
    [OLD_DOSSIERS.skipped, read.skipped.length],
  ] as const;
  return (
    <>
      <dl className="read-in-counts">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{countText(count)}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">
        {OLD_DOSSIERS.columns}: {columnsText(read.columns)}
      </p>
      {read.skipped.length > 0 && (
        <p className="soft" data-testid="old-dossiers-skipped">
          {OLD_DOSSIERS.skipped}: {skippedText(read.skipped)}
        </p>
      )}
      {LISTS.map((list) => (
        <LongList key={list} title={OLD_DOSSIERS[list]} lines={lines[list]} testId={`old-dossiers-${list}`} />
      ))}
    </>
  );
}
