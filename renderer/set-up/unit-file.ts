import { ok, refuse, type Result } from '../../domain/result.ts';

/** A unit as it goes into the fields of the set-up: nothing of it is checked beyond its code and name. */
export type UnitDraft = {
  readonly code: string;
  readonly name: string;
  /** Nearest first. */
  readonly upperNames: readonly string[];
  readonly organisationCode: string;
};

export type UnitFileRefusal = { readonly code: 'too-large' | 'not-json' | 'no-unit' };

/** A list of all units of a province is some 100 kB. */
export const LARGEST_UNIT_FILE_BYTES = 2_000_000;

// The names under which such lists give the same thing.
const CODE_KEYS = ['code', 'unitCode', 'ma', 'maDonVi', 'gsoCode'];
const NAME_KEYS = ['name', 'nameVi', 'ten', 'tenDonVi'];
const UPPER_KEYS = ['upperNames', 'upperName', 'parents', 'capTren'];
const ORGANISATION_KEYS = ['organisationCode', 'orgCode', 'maDinhDanh'];

type JsonObject = { readonly [key: string]: unknown };

/**
 * The units in a JSON file that somebody else made: one object, `{ "unit": … }`, a list, or `{ "units": […] }`.
 * Lenient: keys under several names, codes as numbers, the bodies above as one text or a list; the rest is passed over.
 * A code that comes twice counts once, as it stands first.
 * Refuses what is not JSON and a file without a single unit that has a five-digit code and a name.
 */
export function parseUnitFile(text: string): Result<readonly UnitDraft[], UnitFileRefusal> {
  if (text.length > LARGEST_UNIT_FILE_BYTES) return refuse({ code: 'too-large' });
  const json = parseJson(text.replace(/^\uFEFF/, ''));
  if (json === undefined) return refuse({ code: 'not-json' });
  const found = candidates(json).flatMap((candidate) => unitOf(candidate) ?? []);
  const units = new Map<string, UnitDraft>();
  for (const unit of found) if (!units.has(unit.code)) units.set(unit.code, unit);
  return units.size > 0 ? ok([...units.values()]) : refuse({ code: 'no-unit' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // What a file of a clerk's choosing holds is no fault of the machine.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function candidates(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  if (!isObject(json)) return [];
  if (Array.isArray(json['units'])) return json['units'];
  return [isObject(json['unit']) ? json['unit'] : json];
}

function unitOf(candidate: unknown): UnitDraft | undefined {
  if (!isObject(candidate)) return undefined;
  const code = textAt(candidate, CODE_KEYS);
  const name = textAt(candidate, NAME_KEYS);
  // Spreadsheets turn 08290 into the number 8290.
  const padded = /^\d{4,5}$/.test(code) ? code.padStart(5, '0') : '';
  if (padded === '' || name === '') return undefined;
  return {
    code: padded,
    name,
    upperNames: linesAt(candidate, UPPER_KEYS),
    organisationCode: textAt(candidate, ORGANISATION_KEYS),
  };
}

function textAt(object: JsonObject, keys: readonly string[]): string {
  const value = keys.map((key) => object[key]).find((found) => typeof found === 'string' || typeof found === 'number');
  return value === undefined ? '' : String(value).normalize('NFC').trim();
}

function linesAt(object: JsonObject, keys: readonly string[]): readonly string[] {
  const value = keys.map((key) => object[key]).find((found) => typeof found === 'string' || Array.isArray(found));
  const lines: readonly unknown[] =
    typeof value === 'string' ? value.split(/[\n;]/) : Array.isArray(value) ? value : [];
  return lines
    .filter((line) => typeof line === 'string')
    .map((line) => line.normalize('NFC').trim())
    .filter((line) => line !== '');
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
