import { tidyText } from '../typed-text.ts';
import { parsePlainDate, type PlainDate } from '../plain-date.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { ActRefusal, TypedPaper, TypedResult } from './act.ts';
import type { IssuedResult, LegalBasis, OnPaper } from './dossier-fact.ts';

const LONGEST_TEXT = 500;

/** Text that must be there: trimmed, inner white space collapsed, NFC. */
export function readText(field: string, typed: string): Result<string, ActRefusal> {
  const text = tidyText(typed);
  if (text === '') return refuse({ code: 'text-missing', field });
  return text.length > LONGEST_TEXT ? refuse({ code: 'text-too-long', field }) : ok(text);
}

/** Text that may be empty. */
export function readNote(field: string, typed: string): Result<string, ActRefusal> {
  const text = tidyText(typed);
  return text.length > LONGEST_TEXT ? refuse({ code: 'text-too-long', field }) : ok(text);
}

export function readDate(field: string, typed: string): Result<PlainDate, ActRefusal> {
  const date = parsePlainDate(typed);
  return date ? ok(date) : refuse({ code: 'not-a-date', field });
}

/** A day that is over or today, not before `from`. */
export function readPastDate(
  field: string,
  typed: string,
  span: { readonly from: PlainDate; readonly today: PlainDate },
): Result<PlainDate, ActRefusal> {
  const date = readDate(field, typed);
  if (!date.ok) return date;
  if (date.value > span.today) return refuse({ code: 'date-in-the-future', field });
  return date.value < span.from ? refuse({ code: 'date-too-early', field }) : date;
}

/** A signed result. It may bear no number; it is signed by somebody. */
export function readResult(
  typed: TypedResult,
  span: { readonly from: PlainDate; readonly today: PlainDate },
): Result<IssuedResult, ActRefusal> {
  const number = readNote('result.number', typed.number);
  if (!number.ok) return number;
  const signer = readText('result.signer', typed.signer);
  if (!signer.ok) return signer;
  const date = readPastDate('result.date', typed.date, span);
  return date.ok ? ok({ number: number.value, date: date.value, signer: signer.value }) : date;
}

export function readPaper(
  typed: TypedPaper,
  span: { readonly from: PlainDate; readonly today: PlainDate },
): Result<OnPaper, ActRefusal> {
  const signer = readText('onPaper.signer', typed.signer);
  if (!signer.ok) return signer;
  const date = readPastDate('onPaper.date', typed.date, span);
  return date.ok ? ok({ signer: signer.value, date: date.value }) : date;
}

export function readBasis(typed: LegalBasis | undefined): Result<LegalBasis, ActRefusal> {
  if (!typed) return refuse({ code: 'basis-missing' });
  const text = readText('basis.text', typed.text);
  if (!text.ok) return text;
  const approver = readText('basis.approver', typed.approver);
  return approver.ok ? ok({ text: text.value, approver: approver.value }) : approver;
}
