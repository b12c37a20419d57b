import { READ_IN } from '../text/read-in.ts';

/** More lines than that nobody reads on a screen; the count says how many there are. */
const MOST_LINES = 100;

type LongListProps = {
  readonly title: string;
  /** One entry each: its head, and what is said about it. */
  readonly lines: readonly ReadInLine[];
  readonly testId: string;
};

export type ReadInLine = { readonly key: string; readonly head: string; readonly notes: readonly string[] };

/** A heading with its count and the first lines; nothing at all where there are none. */
export function LongList({ title, lines, testId }: LongListProps) {
  if (lines.length === 0) return undefined;
  return (
    <section className="read-in-list" data-testid={testId} data-count={lines.length}>
      <h3>{READ_IN.counted(title, lines.length)}</h3>
      <ul>
        {lines.slice(0, MOST_LINES).map(({ key, head, notes }) => (
          <li key={key}>
            <p>{head}</p>
            {notes.map((note) => (
              <p key={note} className="soft">
                {note}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {lines.length > MOST_LINES && <p className="soft">{READ_IN.first(MOST_LINES, lines.length)}</p>}
    </section>
  );
}
