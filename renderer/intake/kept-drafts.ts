import type { Channel } from '../../domain/channel.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { type LocalMoment, parseLocalMoment } from '../../domain/plain-date.ts';
import { mayBeOnTheSpot } from '../../domain/on-the-spot.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { isFeesDraft } from '../fees/is-fees-draft.ts';
import { isOptionsDraft } from '../intake-options/options-draft.ts';
import {
  EMPTY_INTAKE,
  type IntakeDraft,
  NOTHING_OF_PROCEDURE,
  type PaperDraft,
  type Standing,
} from './intake-draft.ts';

/** An unfinished form as it is kept: the procedure by its code, because publications change. */
export type KeptForm = Omit<IntakeDraft, 'procedure' | 'standing'> & {
  readonly procedureCode?: string;
  readonly standing?: Standing;
};

/** A form that is not on the screen: typed before, waiting to be taken up or dropped. */
export type WaitingForm = { readonly form: KeptForm; readonly at: LocalMoment };

/** All that is kept of unfinished forms. There is one place for it, so whatever waits travels with what is being typed. */
export type DraftBook = {
  readonly current: KeptForm | undefined;
  /** Newest first. */
  readonly waiting: readonly WaitingForm[];
  /** What another version of the program wrote: not understood, never offered, carried along as it came. */
  readonly foreign: string | undefined;
};

/** More is refused by the core. */
export const LARGEST_CONTENT = 64 * 1024;

const KIND = 'intake-drafts';
const VERSION = 1;
const CHANNELS: readonly Channel[] = ['direct', 'online', 'post'];

/** Whether nothing was typed. A procedure alone is found again faster than a question about it is answered. */
export function isEmptyDraft(draft: IntakeDraft): boolean {
  return typedText(draft) === typedText(EMPTY_INTAKE);
}

/** All that was typed and ticked, in one text to compare. */
function typedText(draft: IntakeDraft): string {
  return canonicalJson({ ...draft, procedure: undefined, kind: undefined, isOnTheSpot: undefined });
}

export function keptFormOf({ procedure, standing, ...typed }: IntakeDraft): KeptForm {
  return { ...typed, ...(standing ? { standing } : {}), ...(procedure ? { procedureCode: procedure.code } : {}) };
}

/** Puts a form back into the fields. A procedure that is in force no more is left out, with the papers it asked for. */
export function draftOf({ procedureCode, ...typed }: KeptForm, inForce: readonly Procedure[]): IntakeDraft {
  const procedure = inForce.find(({ code }) => code === procedureCode);
  if (!procedure) return { standing: undefined, ...typed, procedure: undefined, ...NOTHING_OF_PROCEDURE };
  const isOnTheSpot = typed.isOnTheSpot && mayBeOnTheSpot(procedure);
  return { standing: undefined, ...typed, procedure, isOnTheSpot };
}

/** The text to be kept; undefined when there is nothing to keep. */
export function serialiseDrafts({ current, waiting, foreign }: DraftBook): string | undefined {
  if (!current && waiting.length === 0 && foreign === undefined) return undefined;
  // What is not ours stays as it came as long as it is alone: the program that wrote it may come back.
  if (!current && waiting.length === 0) return foreign;
  return JSON.stringify({
    kind: KIND,
    v: VERSION,
    ...(current ? { current } : {}),
    waiting,
    ...(foreign === undefined ? {} : { foreign }),
  });
}

/** Reads what was kept. Never refuses: what it does not understand is carried along whole. */
export function parseDrafts(content: string): DraftBook {
  const foreign: DraftBook = { current: undefined, waiting: [], foreign: content };
  const book = parseJson(content);
  if (!isObject(book) || book['kind'] !== KIND || book['v'] !== VERSION) return foreign;
  const current = book['current'] === undefined ? undefined : parseForm(book['current']);
  const waiting = Array.isArray(book['waiting']) ? book['waiting'].map(parseWaiting) : [undefined];
  const inner = book['foreign'];
  const isWhole =
    (book['current'] === undefined || current !== undefined) &&
    waiting.every((one) => one !== undefined) &&
    (inner === undefined || typeof inner === 'string');
  if (!isWhole) return foreign;
  return { current, waiting: waiting.filter((one) => one !== undefined), foreign: inner };
}

type JsonObject = { readonly [key: string]: unknown };

function parseWaiting(value: unknown): WaitingForm | undefined {
  if (!isObject(value) || typeof value['at'] !== 'string') return undefined;
  const at = parseLocalMoment(value['at']);
  const form = parseForm(value['form']);
  return at && form && { form, at };
}

function parseForm(kept: unknown): KeptForm | undefined {
  if (!isObject(kept)) return undefined;
  // A form of a program that did not ask for these yet is a whole one.
  const { fees, options, isOnTheSpot } = EMPTY_INTAKE;
  const value: JsonObject = { fees, options, isOnTheSpot, ...kept };
  const { papers, procedureCode, kind } = value;
  const isShaped = Object.entries(EMPTY_INTAKE).every(
    ([name, empty]) => name === 'procedure' || name === 'standing' || typeof value[name] === typeof empty,
  );
  const hasPapers = isObject(papers) && Object.values(papers).every(isPaper);
  const hasKind = kind === 'person' || kind === 'organisation';
  if (!isShaped || !hasPapers || !hasKind || !isStanding(value['standing'])) return undefined;
  if (!isFeesDraft(value['fees']) || !isOptionsDraft(value['options'])) return undefined;
  if (procedureCode !== undefined && typeof procedureCode !== 'string') return undefined;
  // Each field was looked at above.
  return value as unknown as KeptForm;
}

function isStanding(value: unknown): boolean {
  if (value === undefined) return true;
  return isObject(value) && typeof value['dossierId'] === 'string' && CHANNELS.some((one) => one === value['channel']);
}

function isPaper(value: unknown): value is PaperDraft {
  return (
    isObject(value) &&
    typeof value['ticked'] === 'boolean' &&
    typeof value['originals'] === 'string' &&
    typeof value['copies'] === 'string'
  );
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    // Another program's draft need not be JSON.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
