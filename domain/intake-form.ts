import type { Channel } from './channel.ts';
import type { AskedFees } from './fees/fee-assessment.ts';
import type { ResultWanted } from './lifecycle/dossier-fact.ts';
import type { Applicant, Phone, Submitter } from './party.ts';
import { parsePlainDate, type PlainDate } from './plain-date.ts';
import { parsePhone } from './phone.ts';
import type { Procedure } from './procedure.ts';
import { ok, refuse, type Result } from './result.ts';
import type { SubmittedPaper } from './submitted-paper.ts';
import { isPossibleId, tidyText } from './typed-text.ts';
import type { DossierId } from './scan-code.ts';

/** What the clerk typed and ticked, before any rule looked at it. All text as it stands in the fields. */
export type IntakeInput = {
  readonly procedureCode: string;
  readonly applicant: {
    readonly kind: 'person' | 'organisation';
    readonly name: string;
    readonly idNumber: string;
    readonly phone: string;
    /** The clerk said "không có" for the phone. */
    readonly noPhone: boolean;
    readonly address: string;
  };
  /** Absent when the applicant brings the dossier. */
  readonly submitter?: { readonly name: string; readonly idNumber: string; readonly phone: string };
  /** Papers handed in, by {@link RequiredPaper.id}. */
  readonly papers: readonly { readonly id: string; readonly originals: number; readonly copies: number }[];
  /** Number of sets (số bộ), 1–20. */
  readonly sets: number;
  /** Typed when no date can be computed: day `YYYY-MM-DD`, and why. */
  readonly agreedAppointment?: { readonly date: string; readonly reason: string };
  /** Absent: at the counter. What arrived before keeps the channel it arrived by. */
  readonly channel?: Channel;
  /** Something that arrived or was sent away for a supplement before: it is received under its own code. */
  readonly dossierId?: DossierId;
  /** Absent: at the counter. */
  readonly resultWanted?: { readonly at: ResultWanted['at']; readonly address: string };
  /** Absent: nothing was counted, and the fees stay open. */
  readonly fees?: IntakeFees;
  /** The citizen wants no title of a sensitive procedure on the slip. */
  readonly hidesTitle?: boolean;
  /** The dossier whose wrong result this one corrects. */
  readonly corrects?: DossierId;
};

/** What the clerk counted and ticked for the fees. */
export type IntakeFees = Pick<AskedFees, 'counts' | 'chosen' | 'exemption' | 'councilAmounts'>;

/** A form the rules accept: the only thing a dossier is made from. */
export type IntakeForm = {
  readonly procedure: Procedure;
  readonly applicant: Applicant;
  readonly submitter?: Submitter;
  readonly papers: readonly SubmittedPaper[];
  readonly sets: number;
  readonly agreedAppointment?: { readonly date: PlainDate; readonly reason: string };
  readonly channel: Channel;
  readonly resultWanted: ResultWanted;
  readonly fees?: IntakeFees;
  readonly hidesTitle: boolean;
  readonly corrects?: DossierId;
};

export type IntakeField =
  | 'applicant.name'
  | 'applicant.idNumber'
  | 'applicant.phone'
  | 'applicant.address'
  | 'submitter.name'
  | 'submitter.idNumber'
  | 'submitter.phone'
  | 'papers'
  | 'sets'
  | 'agreedAppointment.date'
  | 'agreedAppointment.reason'
  | 'resultWanted.address';

export type FieldRefusal = {
  readonly field: IntakeField;
  readonly code:
    'missing' | 'too-long' | 'not-a-phone' | 'not-an-id' | 'not-a-date' | 'papers-missing' | 'out-of-range';
  /** For `papers-missing`: the ids that are required and were not ticked. */
  readonly papers?: readonly string[];
};

const LONGEST_NAME = 200;
const LONGEST_ADDRESS = 300;
const LONGEST_REASON = 300;
const MOST_SETS = 20;
const MOST_SHEETS = 99;

/**
 * Turns what was typed into a form, or names every field that needs the clerk, in the order of the screen.
 * Text is trimmed, inner spaces collapsed and kept in NFC; nothing else about a name is changed.
 *
 * Refuses a missing name or address, a phone that is neither a number nor "không có", an id that cannot be one,
 * required papers that were not ticked (nothing beyond the published list may be asked for), sets outside 1–20.
 *
 * `isOnTheSpot`: the result is given in the same minute, so nobody has to be found later and the address may stay empty.
 */
export function parseIntakeForm(
  input: IntakeInput,
  procedure: Procedure,
  { isOnTheSpot = false }: { readonly isOnTheSpot?: boolean } = {},
): Result<IntakeForm, readonly FieldRefusal[]> {
  const reader = new FieldReader();
  const applicant: Applicant = {
    kind: input.applicant.kind,
    name: reader.text('applicant.name', input.applicant.name, LONGEST_NAME),
    idNumber: reader.idNumber('applicant.idNumber', input.applicant.idNumber),
    phone: reader.phone('applicant.phone', input.applicant.phone, input.applicant.noPhone),
    address: reader.address(input.applicant.address, isOnTheSpot),
  };
  const submitter = input.submitter && {
    name: reader.text('submitter.name', input.submitter.name, LONGEST_NAME),
    idNumber: reader.idNumber('submitter.idNumber', input.submitter.idNumber),
    phone: reader.phone('submitter.phone', input.submitter.phone, true),
  };
  const papers = reader.papers(input.papers, procedure);
  if (!isCount(input.sets, 1, MOST_SETS)) reader.note({ field: 'sets', code: 'out-of-range' });
  const agreed = input.agreedAppointment && reader.agreed(input.agreedAppointment);
  const resultWanted = reader.resultWanted(input.resultWanted);
  if (reader.refusals.length > 0) return refuse(reader.refusals);
  return ok({
    procedure,
    applicant,
    ...(submitter ? { submitter } : {}),
    papers,
    sets: input.sets,
    ...(agreed ? { agreedAppointment: agreed } : {}),
    resultWanted,
    ...untyped(input, procedure),
  });
}

/** What is chosen and counted, not typed: nothing of it is refused here. */
function untyped(
  { channel = 'direct', fees, hidesTitle, corrects }: IntakeInput,
  { isRestricted }: Procedure,
): Pick<IntakeForm, 'channel' | 'fees' | 'hidesTitle' | 'corrects'> {
  return {
    channel,
    ...(fees ? { fees } : {}),
    hidesTitle: hidesTitle === true && isRestricted === true,
    ...(corrects === undefined ? {} : { corrects }),
  };
}

class FieldReader {
  readonly refusals: FieldRefusal[] = [];

  note(refusal: FieldRefusal): void {
    this.refusals.push(refusal);
  }

  text(field: IntakeField, typed: string, longest: number): string {
    const text = tidyText(typed);
    if (text === '') this.note({ field, code: 'missing' });
    else if (text.length > longest) this.note({ field, code: 'too-long' });
    return text;
  }

  address(typed: string, mayBeEmpty: boolean): string {
    return mayBeEmpty && tidyText(typed) === '' ? '' : this.text('applicant.address', typed, LONGEST_ADDRESS);
  }

  idNumber(field: IntakeField, typed: string): string {
    const text = tidyText(typed).replaceAll(' ', '');
    if (!isPossibleId(text)) this.note({ field, code: 'not-an-id' });
    return text;
  }

  phone(field: IntakeField, typed: string, mayBeNone: boolean): Phone {
    if (tidyText(typed) === '') {
      if (!mayBeNone) this.note({ field, code: 'missing' });
      return { kind: 'none' };
    }
    const phone = parsePhone(typed);
    if (!phone) {
      this.note({ field, code: 'not-a-phone' });
      return { kind: 'none' };
    }
    return phone;
  }

  papers(ticked: IntakeInput['papers'], procedure: Procedure): readonly SubmittedPaper[] {
    const byId = new Map(ticked.map((paper) => [paper.id, paper]));
    const missing = procedure.requiredPapers.filter((paper) => paper.required && !byId.has(paper.id));
    if (missing.length > 0) {
      this.note({ field: 'papers', code: 'papers-missing', papers: missing.map((paper) => paper.id) });
    }
    if (ticked.some((paper) => !isCount(paper.originals, 0, MOST_SHEETS) || !isCount(paper.copies, 0, MOST_SHEETS))) {
      this.note({ field: 'papers', code: 'out-of-range' });
    }
    return procedure.requiredPapers.flatMap(({ id, name }) => {
      const paper = byId.get(id);
      return paper ? [{ id, name, originals: paper.originals, copies: paper.copies }] : [];
    });
  }

  resultWanted(typed: IntakeInput['resultWanted']): ResultWanted {
    if (typed?.at !== 'home-by-post') return { at: typed?.at ?? 'counter' };
    return { at: 'home-by-post', address: this.text('resultWanted.address', typed.address, LONGEST_ADDRESS) };
  }

  agreed(typed: { readonly date: string; readonly reason: string }): { date: PlainDate; reason: string } | undefined {
    const date = parsePlainDate(typed.date);
    if (!date) this.note({ field: 'agreedAppointment.date', code: 'not-a-date' });
    const reason = this.text('agreedAppointment.reason', typed.reason, LONGEST_REASON);
    return date && { date, reason };
  }
}

function isCount(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
