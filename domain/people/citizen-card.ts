import { tidyText } from '../typed-text.ts';
import { parsePlainDate, type PlainDate } from '../plain-date.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Sex } from './citizen-id.ts';
import { isGarbled, isWronglyEncoded } from './garbled-text.ts';

/** What the square code of a citizen card (căn cước công dân, thẻ căn cước) says. */
export type CitizenCard = {
  /** 12 digits: the key of a person. */
  readonly idNumber: string;
  /** Number of the identity paper before it, 9 or 12 digits. */
  readonly formerId?: string;
  /** NFC, as printed. */
  readonly name: string;
  readonly birthDate: PlainDate;
  readonly sex: Sex;
  /** Place of residence as printed on the day of issue; the units in it may have ended since. */
  readonly address: string;
  readonly issuedOn?: PlainDate;
};

/** What a card must say beside its number. */
export type CitizenCardPart = 'name' | 'birthDate' | 'sex' | 'address';

type PartlyRead = Pick<CitizenCard, 'idNumber'> & Partial<CitizenCard>;

export type CitizenCardRefusal =
  | { readonly code: 'not-a-citizen-card' }
  /** The code of a health-insurance card (thẻ bảo hiểm y tế). */
  | { readonly code: 'health-card' }
  /** Letters or separators were spoilt between card and program. Digits are not: what they say is here. */
  | {
      readonly code: 'garbled';
      readonly idNumber: string;
      readonly birthDate?: PlainDate;
      readonly issuedOn?: PlainDate;
    }
  /** The text broke off or a part cannot be read: `found` is good, `missing` is to be typed. */
  | { readonly code: 'incomplete'; readonly missing: readonly CitizenCardPart[]; readonly found: PartlyRead };

const LONGEST_TEXT = 2_000;
const PARTS: readonly CitizenCardPart[] = ['name', 'birthDate', 'sex', 'address'];
const SEXES: ReadonlyMap<string, Sex> = new Map([
  ['nam', 'male'],
  ['nữ', 'female'],
]);

/**
 * Reads the text of the square code: seven fields between bars — number, former number, name, birth ddMMyyyy, Nam or
 * Nữ, address, day of issue ddMMyyyy. The slot of the former number may be missing, newer cards say more after the
 * seventh field (not read), and the address may hold bars of its own. Never throws, whatever a reader sends.
 */
export function parseCitizenCard(text: string): Result<CitizenCard, CitizenCardRefusal> {
  if (text.length > LONGEST_TEXT) return refuse({ code: 'not-a-citizen-card' });
  // Some readers put the sign of the code's kind before it: "]Q1".
  const clean = text
    .normalize('NFC')
    .trim()
    .replace(/^\][A-Za-z]\d/, '');
  const [first = '', ...fields] = clean.split('|');
  const idNumber = first.replace(/\s/g, '');
  if (isHexText(fields[0] ?? '')) return refuse({ code: 'health-card' });
  if (/^\d{12}$/.test(idNumber)) return readCard(idNumber, fields);
  return refuse(withoutBars(clean) ?? { code: 'not-a-citizen-card' });
}

function readCard(idNumber: string, fields: readonly string[]): Result<CitizenCard, CitizenCardRefusal> {
  const slots = inSlots(fields);
  const found = { idNumber, ...readSlots(slots) };
  const isSpoilt = isWronglyEncoded(fields.join('|')) || (slots.sex !== '' && found.sex === undefined);
  if (isSpoilt || isGarbled(slots.name, slots.address)) {
    const { birthDate, issuedOn } = found;
    return refuse({
      code: 'garbled',
      idNumber,
      ...(birthDate ? { birthDate } : {}),
      ...(issuedOn ? { issuedOn } : {}),
    });
  }
  const { name, birthDate, sex, address } = found;
  if (name && birthDate && sex && address) return ok({ ...found, name, birthDate, sex, address });
  return refuse({ code: 'incomplete', missing: PARTS.filter((part) => found[part] === undefined), found });
}

type Slots = {
  readonly former: string;
  readonly name: string;
  readonly birth: string;
  readonly sex: string;
  readonly address: string;
  readonly issued: string;
};

function inSlots(fields: readonly string[]): Slots {
  // What stands last may have been cut off in the middle, unless it is a date from its first digit to its last.
  const sure = readDate(fields.at(-1) ?? '') ? fields : fields.slice(0, -1);
  const [former = ''] = sure;
  const hasFormerSlot = /^\s*\d*\s*$/.test(former);
  const nameAt = hasFormerSlot ? 1 : 0;
  const [name = '', birth = '', sex = ''] = sure.slice(nameAt);
  return {
    former: hasFormerSlot ? former.trim() : '',
    name: tidyText(name),
    birth,
    sex: tidyText(sex),
    ...splitTail(fields.slice(nameAt + 3)),
  };
}

/**
 * The address ends where the first date behind it stands. Without one it ends at the first bar, unless words follow:
 * they may be more of the address, or what newer cards say after the day of issue, and so there is no sure address.
 */
function splitTail(tail: readonly string[]): Pick<Slots, 'address' | 'issued'> {
  const end = tail.findIndex((field) => readDate(field) !== undefined);
  if (end >= 0) return { address: tidyText(tail.slice(0, end).join('|')), issued: tail[end] ?? '' };
  const [address = '', next] = tail;
  const isSure = next !== undefined && !/\p{L}/u.test(next);
  return { address: isSure ? tidyText(address) : '', issued: '' };
}

function readSlots({ former, name, birth, sex, address, issued }: Slots): Omit<PartlyRead, 'idNumber'> {
  const birthDate = readDate(birth);
  const issuedOn = readDate(issued);
  const knownSex = SEXES.get(sex.toLowerCase());
  return {
    ...(/^(\d{9}|\d{12})$/.test(former) ? { formerId: former } : {}),
    ...(name === '' ? {} : { name }),
    ...(birthDate ? { birthDate } : {}),
    ...(knownSex ? { sex: knownSex } : {}),
    ...(address === '' ? {} : { address }),
    ...(issuedOn ? { issuedOn } : {}),
  };
}

/** A card whose bars became something else: the first digits are its number, and dates stand behind them. */
function withoutBars(text: string): CitizenCardRefusal | undefined {
  const idNumber = /^\D*(\d{12})(?:\d{9}|\d{12})?(?!\d)/.exec(text)?.[1];
  const dates = [...text.matchAll(/(?<!\d)(\d{2})[/.-]?(\d{2})[/.-]?(\d{4})(?!\d)/g)].flatMap(
    ([, day = '', month = '', year = '']) => readDate(day + month + year) ?? [],
  );
  const [birthDate, issuedOn] = dates;
  if (idNumber === undefined || !birthDate) return undefined;
  return { code: 'garbled', idNumber, birthDate, ...(issuedOn ? { issuedOn } : {}) };
}

/** `ddMMyyyy`. */
function readDate(text: string): PlainDate | undefined {
  const [, day, month, year] = /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text) ?? [];
  return parsePlainDate(`${year}-${month}-${day}`);
}

// Names on health-insurance cards are the bytes of their UTF-8, two hexadecimal digits each. A letter among them tells
// them from a former number of twelve digits.
function isHexText(field: string): boolean {
  return /^(?=.*[a-f])(?:[0-9a-f]{2}){4,}$/i.test(field.trim());
}
