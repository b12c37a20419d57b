import { proceduresToPublish } from '../../domain/catalogue-import/catalogue-diff.ts';
import type { CatalogueReadIn } from '../../electron/contract/views.ts';
import { attempt } from '../bridge.ts';
import { countText } from '../text/format.ts';
import { CATALOGUE } from '../text/catalogue-import.ts';
import { catalogueLines } from './catalogue-lines.ts';
import { LongList } from './LongList.tsx';
import { ReadInCard } from './ReadInCard.tsx';
import { useReadIn } from './use-read-in.ts';

const TEXTS = { ...CATALOGUE, nothing: CATALOGUE.nothingToApply };
const LISTS = ['clashes', 'changed', 'added', 'toFix', 'warnings', 'ended'] as const;

/** An official catalogue: what it would change, before it is published. */
export function CatalogueSection() {
  const state = useReadIn({
    read: () => attempt('catalogue.read', {}),
    apply: (readingId) => attempt('catalogue.apply', { readingId }),
    say: ({ published }) => CATALOGUE.applied(published),
  });
  const count = state.found ? proceduresToPublish(state.found.diff).length : 0;
  return (
    <ReadInCard texts={TEXTS} state={state} count={count} testId="catalogue">
      {state.found && <Found found={state.found} />}
    </ReadInCard>
  );
}

function Found({ found }: { readonly found: CatalogueReadIn }) {
  const lines = catalogueLines(found);
  const { diff, reading } = found;
  const counts = [
    [CATALOGUE.added, diff.added.length],
    [CATALOGUE.changed, diff.changed.length],
    [CATALOGUE.unchanged, diff.unchanged.length],
    [CATALOGUE.toFix, reading.toFix.length],
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
      {LISTS.map((list) => (
        <LongList key={list} title={CATALOGUE[list]} lines={lines[list]} testId={`catalogue-${list}`} />
      ))}
    </>
  );
}
