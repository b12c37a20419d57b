import type { Channel } from '../../domain/channel.ts';
import type { IntakeInput } from '../../domain/intake-form.ts';
import type { Procedure, RequiredPaper } from '../../domain/procedure.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import { isMostlyOnTheSpot } from '../../domain/on-the-spot.ts';
import { EMPTY_FEES, type FeesDraft } from '../fees/fees-draft.ts';
import { parseTypedDate } from '../text/format.ts';
import { type OptionsDraft, optionsInput, USUAL_OPTIONS } from '../intake-options/options-draft.ts';

export type PaperDraft = { readonly ticked: boolean; readonly originals: string; readonly copies: string };

/** A dossier that arrived or was guided before: it is received under its own code, by the channel it came. */
export type Standing = { readonly dossierId: DossierId; readonly channel: Channel };

/** What stands in the fields of a reception. */
export type IntakeDraft = {
  readonly procedure: Procedure | undefined;
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly phone: string;
  readonly noPhone: boolean;
  readonly idNumber: string;
  readonly address: string;
  readonly hasSubmitter: boolean;
  readonly submitterName: string;
  readonly submitterPhone: string;
  readonly submitterId: string;
  /** By the paper's id; only papers that were touched. */
  readonly papers: Readonly<Record<string, PaperDraft>>;
  readonly sets: string;
  /** As typed, `20/04/2020`. */
  readonly agreedDate: string;
  readonly agreedReason: string;
  /** Undefined: a new dossier. */
  readonly standing: Standing | undefined;
  readonly fees: FeesDraft;
  readonly options: OptionsDraft;
  /** Nhận và trả ngay: the result is given and paid in the same minute. */
  readonly isOnTheSpot: boolean;
};

export const EMPTY_INTAKE: IntakeDraft = {
  procedure: undefined,
  kind: 'person',
  name: '',
  phone: '',
  noPhone: false,
  idNumber: '',
  address: '',
  hasSubmitter: false,
  submitterName: '',
  submitterPhone: '',
  submitterId: '',
  papers: {},
  sets: '1',
  agreedDate: '',
  agreedReason: '',
  standing: undefined,
  fees: EMPTY_FEES,
  options: USUAL_OPTIONS,
  isOnTheSpot: false,
};

/**
 * Another procedure asks for other papers and other fees; what is known of the people stays. `mayGiveAtOnce`: who receives may
 * give the result at once, where that is what nearly always happens.
 */
export function withProcedure(
  draft: IntakeDraft,
  procedure: Procedure | undefined,
  mayGiveAtOnce = false,
): IntakeDraft {
  if (draft.procedure?.code === procedure?.code) return draft;
  const isOnTheSpot = mayGiveAtOnce && procedure !== undefined && isMostlyOnTheSpot(procedure);
  return { ...draft, procedure, ...NOTHING_OF_PROCEDURE, isOnTheSpot };
}

/** What a draft keeps of a procedure before anything was typed. */
export const NOTHING_OF_PROCEDURE = {
  papers: {},
  agreedDate: '',
  agreedReason: '',
  fees: EMPTY_FEES,
  isOnTheSpot: false,
} satisfies Partial<IntakeDraft>;

/** A new dossier of the same people. */
export function forSameApplicant(draft: IntakeDraft): IntakeDraft {
  return {
    ...withProcedure(draft, undefined),
    sets: EMPTY_INTAKE.sets,
    options: USUAL_OPTIONS,
    standing: undefined,
  };
}

/** How a paper stands: as touched, else unticked with the numbers the procedure asks for. */
export function paperDraft(draft: IntakeDraft, paper: RequiredPaper): PaperDraft {
  return draft.papers[paper.id] ?? { ticked: false, originals: String(paper.originals), copies: String(paper.copies) };
}

export function withPaper(draft: IntakeDraft, paper: RequiredPaper, part: Partial<PaperDraft>): IntakeDraft {
  // Who types a number has the paper in hand.
  const touched = { ...paperDraft(draft, paper), ticked: true, ...part };
  return { ...draft, papers: { ...draft.papers, [paper.id]: touched } };
}

/** Ticks everything the procedure requires (the usual set); what else was ticked stays. */
export function withUsualPapers(draft: IntakeDraft): IntakeDraft {
  const required = draft.procedure?.requiredPapers.filter((paper) => paper.required) ?? [];
  return required.reduce((ticked, paper) => withPaper(ticked, paper, { ticked: true }), draft);
}

/** The options as they hold: what stands here keeps its way in, what is given at once is not wanted elsewhere too. */
export function optionsOf({ options, standing, isOnTheSpot }: IntakeDraft): OptionsDraft {
  const { channel } = standing ?? options;
  return { ...options, channel, ...(isOnTheSpot ? { resultAt: 'counter' } : {}) };
}

/** The draft as the rules read it. `needsDate`: the clerk has to agree the appointment. */
export function intakeInputOf(draft: IntakeDraft, procedure: Procedure, needsDate: boolean): IntakeInput {
  return {
    procedureCode: procedure.code,
    applicant: {
      kind: draft.kind,
      name: draft.name,
      idNumber: draft.idNumber,
      phone: draft.noPhone ? '' : draft.phone,
      // Who takes the result home at once need not be called.
      noPhone: draft.noPhone || (draft.isOnTheSpot && draft.phone.trim() === ''),
      address: draft.address,
    },
    ...(draft.hasSubmitter
      ? { submitter: { name: draft.submitterName, idNumber: draft.submitterId, phone: draft.submitterPhone } }
      : {}),
    papers: procedure.requiredPapers.flatMap((paper) => {
      const { ticked, originals, copies } = paperDraft(draft, paper);
      return ticked ? [{ id: paper.id, originals: countOf(originals), copies: countOf(copies) }] : [];
    }),
    sets: countOf(draft.sets),
    ...(draft.standing ? { dossierId: draft.standing.dossierId } : {}),
    ...(needsDate ? { agreedAppointment: agreedOf(draft) } : {}),
    ...optionsInput(optionsOf(draft), procedure),
  };
}

function agreedOf(draft: IntakeDraft): { readonly date: string; readonly reason: string } {
  // What is no date goes on as typed, and is refused at its field.
  return { date: parseTypedDate(draft.agreedDate) ?? draft.agreedDate, reason: draft.agreedReason };
}

/** Empty counts as none; what is no number becomes one that every rule refuses. */
function countOf(typed: string): number {
  const text = typed.trim();
  if (text === '') return 0;
  return /^\d{1,3}$/.test(text) ? Number(text) : NOT_A_COUNT;
}

const NOT_A_COUNT = 1_000;
