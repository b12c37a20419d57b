import type { Dossier } from '../../domain/dossier.ts';
import { receivedAtOf } from '../../domain/lifecycle/new-appointment.ts';
import type { Applicant } from '../../domain/party.ts';
import { samePerson } from '../../domain/people/same-person.ts';
import { suggestPeople } from '../../domain/people/suggest-people.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { CounterStore } from '../../sync/counter-store.ts';
import type { KnownPerson } from '../contract/views.ts';

/** So many dossiers are looked at for who may be meant. */
const MOST_DOSSIERS = 60;
const MOST_PEOPLE = 5;
const MOST_OF_ONE_PERSON = 3;

type Known = { readonly applicant: Applicant; readonly lastAt: LocalMoment; readonly dossiers: Dossier[] };

/**
 * People this counter knows who may be meant by what a clerk typed, the best first, with their last dossiers. Only a
 * suggestion: two of one name stay two as long as nothing says that they are one.
 */
export function knownPeople(store: Pick<CounterStore, 'matchDossiers'>, typed: string): readonly KnownPerson[] {
  const known: Known[] = [];
  for (const dossier of store.matchDossiers(typed, MOST_DOSSIERS)) {
    const { applicant } = dossier;
    const at = receivedAtOf(dossier) ?? dossier.filing?.at ?? dossier.guidance?.at;
    // What is kept off open lists suggests nobody.
    if (!applicant || at === undefined || isRestricted(dossier)) continue;
    const same = known.find((each) => isSame(each.applicant, applicant));
    // The newest come first: the first of a person says how to reach that person now.
    if (same) same.dossiers.push(dossier);
    else known.push({ applicant, lastAt: at, dossiers: [dossier] });
  }
  const candidates = known.map((each) => ({ person: { ...each.applicant, known: each }, lastAt: each.lastAt }));
  return suggestPeople(candidates, typed, MOST_PEOPLE).map(({ person }) => viewOf(person.known));
}

function isRestricted({ intake, filing, guidance, intakeRefusal }: Dossier): boolean {
  return [intake, filing, guidance, intakeRefusal].some((step) => step?.procedure.isRestricted);
}

function isSame(a: Applicant, b: Applicant): boolean {
  const sameness = samePerson(a, b);
  return sameness === 'same' || (sameness === 'likely' && a.address === b.address);
}

function viewOf({ applicant, lastAt, dossiers }: Known): KnownPerson {
  return {
    applicant,
    lastAt,
    dossiers: dossiers.slice(0, MOST_OF_ONE_PERSON).flatMap(({ id, intake }) =>
      intake
        ? [
            {
              id,
              procedureCode: intake.procedure.code,
              procedureAlias: intake.procedure.alias,
              at: intake.receivedAt,
            },
          ]
        : [],
    ),
  };
}
