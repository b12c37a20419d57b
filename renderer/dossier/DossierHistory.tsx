import type { Dossier } from '../../domain/dossier.ts';
import { capitalised, momentInWords } from '../format.ts';
import { RELATIONS } from '../text/hand-over.ts';
import { DOSSIER } from '../text/register.ts';

/** What happened to a dossier, first to last. */
export function DossierHistory({ dossier: { intake, handOver } }: { readonly dossier: Dossier }) {
  return (
    <section>
      <h3>{DOSSIER.timeline}</h3>
      <ol className="history" data-testid="dossier-history">
        {intake && (
          <li>
            <time dateTime={intake.receivedAt}>{capitalised(momentInWords(intake.receivedAt))}</time>
            <p>{DOSSIER.received(intake.actor)}</p>
            <p className="soft">{DOSSIER.registerBook(intake.registerBook.book, intake.registerBook.number)}</p>
          </li>
        )}
        {handOver && (
          <li>
            <time dateTime={handOver.handedOverAt}>{capitalised(momentInWords(handOver.handedOverAt))}</time>
            <p>
              {DOSSIER.handedOver(
                handOver.receiver.name,
                RELATIONS[handOver.receiver.relation].toLocaleLowerCase('vi'),
                handOver.actor,
              )}
            </p>
          </li>
        )}
      </ol>
    </section>
  );
}
