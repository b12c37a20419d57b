import type { Dossier } from '../../domain/dossier.ts';
import type { MissingPaper } from '../../domain/lifecycle/dossier-fact.ts';
import { DOSSIER } from '../text/register.ts';

/** The papers that were handed in, and those that are still asked for. */
export function DossierPapers({ dossier }: { readonly dossier: Dossier }) {
  const { intake } = dossier;
  const missing = missingOf(dossier);
  return (
    <>
      {missing.length > 0 && (
        <section>
          <h3>{DOSSIER.missing}</h3>
          <ul className="dossier-papers" data-testid="dossier-missing">
            {missing.map((paper) => (
              <li key={paper.id}>
                {paper.name} <span className="soft">{paper.note}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {intake && (
        <section>
          <h3>
            {DOSSIER.papers} · {DOSSIER.sets(intake.sets)}
          </h3>
          {intake.papers.length === 0 && <p className="soft">{DOSSIER.noPapers}</p>}
          <ul className="dossier-papers">
            {intake.papers.map((paper) => (
              <li key={paper.id}>
                {paper.name} <span className="soft">{DOSSIER.counts(paper.originals, paper.copies)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function missingOf({ status, guidance, supplement }: Dossier): readonly MissingPaper[] {
  if (status === 'supplement-before-intake') return guidance?.missing ?? [];
  return status === 'awaiting-supplement' ? (supplement?.missing ?? []) : [];
}
