import { formOf, type FormSetId, type FormSigner, FORM_SETS, type FormId } from '../../domain/forms/form-set.ts';
import type { FormSheet } from '../../domain/forms/form-sheet.ts';
import { dateOf, minuteOfDay } from '../../domain/plain-date.ts';
import { groupedScanCode, type ScanCode } from '../../domain/scan-code.ts';
import type { ReprintMark } from '../../domain/slips/reprint-mark.ts';
import { shortDate, timeInWords, unbroken } from '../layout/slip-wording.ts';
import { barsSvg, qrSvg } from './form-symbols.ts';
import { bodyInCapitals, dayInWords, placeOf } from './form-wording.ts';
import { html, type HtmlValue, type Markup } from './html.ts';

/** What a drawing of one kind of form is made from. */
export type FormDrawing = {
  /** Of the letters: `small` fits the most on a page. */
  readonly size: 'small' | 'middle' | 'large';
  /** The words that tell the copies apart ("Liên 1: Lưu"); one empty one for a form that has no copies. */
  readonly copies: readonly string[];
  readonly content: (copy: string) => Markup;
  /** Which paper it is: the name of the print job, and at the foot of each page. */
  readonly name: string;
  /** Rules that this kind needs and no other has. */
  readonly style?: string;
};

export const TWO_COPIES = ['Liên 1: Lưu', 'Liên 2: Giao khách hàng'] as const;
export const TWO_COPIES_OF_A_BATCH = ['Liên 1: Lưu', 'Liên 2: Giao cho bên nhận'] as const;
export const ONE_COPY = [''] as const;

/** The head: who wrote it, the state and its motto, the place and the date; bars below the writer, the QR code beside. */
export function headOf(
  { unit, formSet, at }: Pick<FormSheet, 'unit' | 'formSet' | 'at'>,
  { number, code }: { readonly number?: string; readonly code?: ScanCode } = {},
): Markup {
  // On paper stands the body directly above, no other (NĐ 30/2020).
  const [above] = unit.upperNames;
  const counter = FORM_SETS.find(({ id }) => id === formSet)?.counterName ?? '';
  return html`<div class="head">
    <div>
      ${above === undefined ? undefined : html`<div>${bodyInCapitals(above)}</div>`}
      <div><b>${bodyInCapitals(unit.name)}</b></div>
      <div><b>${counter}</b></div>
      <div class="rule"></div>
      ${number === undefined ? undefined : html`<div class="number">Số: ${number}</div>`}
      ${
        code === undefined
          ? undefined
          : html`${barsSvg(code, 9)}
              <div class="digits">${groupedScanCode(code)}</div>`
      }
    </div>
    <div>
      <div class="state"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></div>
      <div class="motto"><span class="under">Độc lập - Tự do - Hạnh phúc</span></div>
      <div class="place">${placeOf(unit.name)}, ${dayInWords(dateOf(at))}</div>
      ${code === undefined ? undefined : qrSvg(code)}
    </div>
  </div>`;
}

/** The title as its set has it; below it the number of the dossier and which copy it is. */
export function titleOf(formSet: FormSetId, form: FormId, lines: readonly HtmlValue[]): Markup {
  return html`<h1 class="title">${formOf(formSet, form)?.title}</h1>
    ${lines.map((line) => html`<p class="sub">${line}</p>`)}`;
}

/** `Mẫu 01`. */
export function formNameOf(formSet: FormSetId, form: FormId): string {
  return formOf(formSet, form)?.number ?? '';
}

export function numberSuffixOf(formSet: FormSetId, form: FormId): string {
  return formOf(formSet, form)?.numberSuffix ?? '';
}

/** "BẢN IN LẦN n", with who printed it and when. */
export function reprintFrame({ copyNo, at, clerkName }: ReprintMark): Markup {
  const when = `${timeInWords(minuteOfDay(at))} phút, ngày ${shortDate(dateOf(at))}`;
  return html`<div class="reprint"><b>BẢN IN LẦN ${copyNo}</b> – ${unbroken(when)} – ${clerkName}</div>`;
}

/** A label with what was filled in; dots for the pen where nothing is known. */
export function fact(label: string, value: HtmlValue): Markup {
  if (value === undefined || value === '') {
    return html`<p class="fill"><span>${label}</span><span class="dots"></span></p>`;
  }
  return html`<p>${label} ${value}</p>`;
}

export function phoneAndMail(phone: string): Markup {
  return html`<p class="pair">
    <span>Số điện thoại: ${phone}</span><span class="grow fill"><span>Email:</span><span class="dots"></span></span>
  </p>`;
}

const ROLES: Readonly<Record<FormSigner, string>> = {
  submitter: 'NGƯỜI NỘP HỒ SƠ',
  clerk: 'NGƯỜI TIẾP NHẬN HỒ SƠ',
  leader: 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
  giver: 'Người giao',
  taker: 'Người nhận',
  receiver: 'Ký nhận',
};

/** Who signs, in the order of the set. `names`: printed below, where known. */
export function signaturesOf(
  signers: readonly FormSigner[],
  names: { readonly [S in FormSigner]?: string },
  roles: { readonly [S in FormSigner]?: string } = {},
): Markup {
  return signatureRow(
    signers.map((signer) => ({
      role: roles[signer] ?? ROLES[signer],
      how: signer === 'leader' ? '(ký, ghi rõ họ tên, đóng dấu)' : '(ký, ghi rõ họ tên)',
      who: names[signer] ?? '',
    })),
  );
}

export function signersOf(formSet: FormSetId, form: FormId): readonly FormSigner[] {
  return formOf(formSet, form)?.signers ?? [];
}

type Signature = { readonly role: string; readonly how: string; readonly who: string };

/** Side by side from the left; a single signature stands on the right, with `left` beside it. */
export function signatureRow(signatures: readonly Signature[], left?: Markup): Markup {
  return html`<div class="signatures">
    ${signatures.length === 1 ? html`<div>${left}</div>` : undefined}
    ${signatures.map(
      ({ role, how, who }) =>
        html`<div>
          <div class="role">${role}</div>
          <div class="how">${how}</div>
          <div class="room"></div>
          <div class="who">${who}</div>
        </div>`,
    )}
  </div>`;
}
