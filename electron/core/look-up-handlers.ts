import { searchProcedures } from '../../domain/procedure-catalogue.ts';
import type { Handlers } from '../contract/commands.ts';
import { askedAt } from './asked-at.ts';
import type { CounterSession, EstablishedCounter } from './counter-session.ts';
import { FoundDossiers } from './found-dossiers.ts';

/** Two letters fit half the catalogue by chance. */
const SHORTEST_NAME = 2;

export function lookUpHandlers(session: CounterSession): Pick<Handlers, 'dossier.lookUp'> {
  const kept = new WeakMap<EstablishedCounter['store'], FoundDossiers>();
  const foundIn = ({ store }: EstablishedCounter): FoundDossiers => {
    const known = kept.get(store) ?? new FoundDossiers(store);
    kept.set(store, known);
    return known;
  };
  return {
    'dossier.lookUp': ({ lookedFor, offset, limit }) => {
      const counter = session.getEstablished();
      const asked = {
        lookedFor,
        procedureCodes: procedureCodesFor(lookedFor.text, counter),
        ...askedAt(counter, session.now()),
      };
      return foundIn(counter).page(asked, { offset, limit });
    },
  };
}

/** Of every version that was ever published: what was received under an older one is found by its name too. */
function procedureCodesFor(text: string, { publications }: EstablishedCounter): readonly string[] {
  if (text.trim().length < SHORTEST_NAME) return [];
  return [...new Set(searchProcedures(publications.all(), text).map(({ code }) => code))];
}
