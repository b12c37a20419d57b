import type { Dossier, TrailEntry } from '../../domain/dossier.ts';
import { capitalised, momentInWords } from '../text/format.ts';
import { VERDICTS } from '../text/facts.ts';
import { DOSSIER } from '../text/register.ts';
import { trailLineOf } from './trail-line.ts';

/** What happened to a dossier, first to last, with what was taken back or does not fit. */
export function DossierHistory({ dossier }: { readonly dossier: Dossier }) {
  return (
    <section>
      <h3>{DOSSIER.timeline}</h3>
      <ol className="history" data-testid="dossier-history">
        {dossier.trail.map((entry) => (
          // A step that counts after all stands twice: where it was written, and where it took effect.
          <Step key={`${entry.log} ${entry.seq} ${entry.verdict ?? ''}`} dossier={dossier} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Step({ dossier, entry }: { readonly dossier: Dossier; readonly entry: TrailEntry }) {
  const { what, more } = trailLineOf(dossier, entry);
  const { verdict } = entry;
  return (
    <li data-kind={entry.kind} data-verdict={verdict}>
      <time dateTime={entry.at}>{capitalised(momentInWords(entry.at))}</time>
      <p>
        {what}
        {verdict && <strong> · {VERDICTS[verdict]}</strong>}
      </p>
      {more && <p className="soft">{more}</p>}
    </li>
  );
}
