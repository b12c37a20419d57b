import type { LookUpFilter, LookUpOrder, LookUpState } from '../../domain/look-up.ts';
import { addDays } from '../../domain/plain-date.ts';
import { foldText } from '../../domain/search-text.ts';
import type { LookUp, LookUpMeaning, LookUpPlaces, LookUpSaid, LookUpStep } from '../counter-store.ts';
import { openMatches, searchOf } from './dossier-search.ts';
import { SUMMARY, summaryOf, type SummaryRow } from './dossier-summary.ts';
import { boundsOf, RUNS } from './dossier-views.ts';
import type { WritableDb } from './sqlite.ts';

/** So many dossiers are looked at in one step: a millisecond or two. */
const IN_A_STEP = 1_000;
/** All of them: what a number finds is few. */
const NO_LIMIT = -1;

const STATES: Readonly<Record<LookUpState, string>> = {
  'in-progress': "open = 'open' AND status NOT IN ('result-ready', 'resolution-refused')",
  late: `${RUNS} AND appointment_at < @now`,
  'due-soon': `${RUNS} AND appointment_at >= @now AND appointment_at < @afterSoon`,
  'waiting-for-applicant': "open = 'paused'",
  'result-ready': "open <> '' AND status IN ('result-ready', 'resolution-refused')",
  'handed-over': "status = 'handed-over'",
  arrived: "status IN ('awaiting-intake', 'supplement-before-intake')",
  ended: "status IN ('withdrawn', 'stopped', 'voided', 'intake-refused')",
};

const OTHERS: Readonly<Record<Exclude<keyof LookUpFilter, 'state'>, string>> = {
  procedureCode: 'procedure_code = @procedureCode',
  field: 'field = @field',
  from: 'received_at >= @from',
  until: 'received_at < @afterUntil',
  clerk: 'clerk = @clerk',
};

const COLUMNS = `row, status, open, received_at, appointment_at, procedure_code, field, clerk, number, applicant,
  is_organisation`;

const SAID: Readonly<Record<LookUpOrder, string>> = {
  number: 'number',
  applicant: 'applicant',
  procedure: 'procedure_code',
  received: "coalesce(received_at, '')",
  appointment: "coalesce(appointment_at, '')",
  status: 'status',
};

/** What one step goes through, each with its place as `row`, the newest first; `at` is the place it stands at. */
const SOURCES: Readonly<Record<LookUpMeaning['kind'], string>> = {
  all: `SELECT row AS at, ${COLUMNS} FROM dossier INDEXED BY dossier_look WHERE row < @after
    ORDER BY row DESC LIMIT ${IN_A_STEP}`,
  procedures: `SELECT row AS at, ${COLUMNS} FROM dossier INDEXED BY dossier_look WHERE row < @after
    ORDER BY row DESC LIMIT ${IN_A_STEP}`,
  words: `SELECT at, ${COLUMNS}
    FROM (SELECT rowid AS at FROM dossier_name WHERE dossier_name MATCH @match AND rowid < @after
      ORDER BY rowid DESC LIMIT ${IN_A_STEP})
    LEFT JOIN dossier INDEXED BY dossier_look ON row = at`,
  places: `SELECT at, ${COLUMNS}
    FROM (SELECT value AS at FROM json_each(@places) WHERE value < @after ORDER BY value DESC LIMIT ${IN_A_STEP})
    LEFT JOIN dossier INDEXED BY dossier_look ON row = at`,
};

type StepRow = {
  readonly last: number | null;
  readonly seen: number;
  readonly places: string;
  readonly said: string;
};

export function openDossierLook(db: WritableDb): LookUp {
  const matches = {
    id: openMatches(db, 'id'),
    tail: openMatches(db, 'tail'),
    old: openMatches(db, 'old'),
  };
  const summaries = db.prepare<[string], SummaryRow & { readonly place: number }>(
    `SELECT row AS place, ${SUMMARY} FROM dossier WHERE row IN (SELECT value FROM json_each(?))`,
  );
  return {
    meaningsOf: (text) => {
      if (text.trim() === '') return [{ kind: 'all' }];
      const search = searchOf(text);
      if (!search) return [];
      if (search.by === 'words') return wordMeanings(text);
      return [{ kind: 'places', places: matches[search.by].all({ ...search.parameters, most: NO_LIMIT }) }];
    },
    step: openStep(db),
    at: (places) => {
      const found = new Map(summaries.all(JSON.stringify(places)).map((row) => [row.place, row]));
      return places.flatMap((place) => {
        const row = found.get(place);
        return row ? [summaryOf(row)] : [];
      });
    },
  };
}

/** The words as they stand, one after the other; then with more letters to come; then all of them, wherever they stand. */
function wordMeanings(text: string): readonly LookUpMeaning[] {
  const words = foldText(text).match(/[a-z0-9]+/g) ?? [];
  const phrase = `"${words.join(' ')}"`;
  const anywhere = words.map((word) => `"${word}" *`).join(' AND ');
  // What an earlier meaning found is not gone through again.
  const matches = [
    phrase,
    `(${phrase} *) NOT ${phrase}`,
    ...(words.length > 1 ? [`(${anywhere}) NOT (${phrase} *)`] : []),
  ];
  return matches.map((match) => ({ kind: 'words', match }));
}

function openStep(db: WritableDb): LookUp['step'] {
  const prepared = new Map<string, ReturnType<typeof prepareStep>>();
  return (asked) => {
    const { meaning, filter, after = Number.MAX_SAFE_INTEGER, said } = asked;
    const parts = { kind: meaning.kind, conditions: conditionsOf(meaning, filter).join(' AND '), said };
    const key = JSON.stringify(parts);
    const statement = prepared.get(key) ?? prepareStep(db, parts);
    prepared.set(key, statement);
    return placesOf(statement.get({ ...parametersOf(asked), after }));
  };
}

type StepParts = {
  readonly kind: LookUpMeaning['kind'];
  readonly conditions: string;
  readonly said: LookUpOrder | undefined;
};

function prepareStep(db: WritableDb, { kind, conditions, said }: StepParts) {
  const sayings = said
    ? `json_group_array(json_array(${SAID[said]}, is_organisation)) FILTER (WHERE ${conditions})`
    : "'[]'";
  return db.prepare<object, StepRow>(
    `SELECT min(at) AS last, count(*) AS seen, json_group_array(at) FILTER (WHERE ${conditions}) AS places,
      ${sayings} AS said FROM (${SOURCES[kind]})`,
  );
}

function placesOf(row: StepRow | undefined): LookUpPlaces {
  if (!row || row.last === null) return { places: [], said: [] };
  const places = JSON.parse(row.places) as readonly number[];
  const said = JSON.parse(row.said) as readonly LookUpSaid[];
  return { places, said, ...(row.seen < IN_A_STEP ? {} : { next: row.last }) };
}

function conditionsOf(meaning: LookUpMeaning, { state, ...others }: LookUpFilter): readonly string[] {
  const named = Object.keys(others) as readonly (keyof typeof OTHERS)[];
  return [
    // A name, or a place that was found before, whose dossier is there no more.
    'row IS NOT NULL',
    ...(meaning.kind === 'procedures' ? ['procedure_code IN (SELECT value FROM json_each(@codes))'] : []),
    ...(state ? [STATES[state]] : []),
    ...named.map((name) => OTHERS[name]),
  ];
}

function parametersOf({ meaning, filter, now, lastDaySoon }: LookUpStep): object {
  const { procedureCode, field, from, until, clerk } = filter;
  return {
    ...boundsOf({ now, lastDaySoon }),
    procedureCode,
    field,
    from,
    clerk,
    ...(until ? { afterUntil: addDays(until, 1) } : {}),
    ...(meaning.kind === 'words' ? { match: meaning.match } : {}),
    ...(meaning.kind === 'procedures' ? { codes: JSON.stringify(meaning.codes) } : {}),
    ...(meaning.kind === 'places' ? { places: JSON.stringify(meaning.places) } : {}),
  };
}
