import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CitizenCard, parseCitizenCard } from '../../../domain/people/citizen-card.ts';
import { parseMachineReadableZone } from '../../../domain/people/machine-readable-zone.ts';
import { addDays, plainDate } from '../../../domain/plain-date.ts';
import { valueOf } from '../fixtures.ts';

// A failure is run again with the seed that this line shows.
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 500);
console.log(`citizen-card.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''));
const date = fc.integer({ min: 0, max: 50_000 }).map((days) => addDays(plainDate('1910-01-01'), days));
const words = (all: readonly string[], most: number) =>
  fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: most }).map((some) => some.join(' '));
const name = words(['Đinh', 'THỊ', 'Mơ', 'Giàng', 'A-Sử', 'Triệu', 'Phấu', 'Ỷ', 'Nguyễn', 'Ưởng', 'H’Bia'], 5);
const address = words(['Khu 3,', 'Xuân Viên', '| tổ 2', 'Xã Mỹ Lung', 'số 12/3', 'Phú Thọ', '(cũ)'], 6).filter(
  // A bar at the start is one more separator.
  (text) => !text.startsWith('|'),
);

const card: fc.Arbitrary<CitizenCard> = fc.record(
  {
    idNumber: digits(12),
    formerId: fc.oneof(digits(9), digits(12)),
    name,
    birthDate: date,
    sex: fc.constantFrom('male', 'female'),
    address,
    issuedOn: date,
  },
  { requiredKeys: ['idNumber', 'name', 'birthDate', 'sex', 'address', 'issuedOn'] },
);

/** How cards print theirs. */
type Habits = { readonly hasFormerSlot: boolean; readonly extras: readonly string[]; readonly form: 'NFC' | 'NFD' };
const habits: fc.Arbitrary<Habits> = fc.record({
  hasFormerSlot: fc.boolean(),
  extras: fc.array(fc.constantFrom('', 'Đinh Văn Páo', '01012022'), { maxLength: 3 }),
  form: fc.constantFrom('NFC', 'NFD'),
});

function print(of: CitizenCard, { hasFormerSlot, extras, form }: Habits): string {
  const ddMMyyyy = (day: string) => day.slice(8) + day.slice(5, 7) + day.slice(0, 4);
  return [
    of.idNumber,
    ...(hasFormerSlot || of.formerId !== undefined ? [of.formerId ?? ''] : []),
    of.name,
    ddMMyyyy(of.birthDate),
    of.sex === 'male' ? 'Nam' : 'Nữ',
    of.address,
    of.issuedOn === undefined ? '' : ddMMyyyy(of.issuedOn),
    ...extras,
  ]
    .join('|')
    .normalize(form);
}

test('what a card prints is what is read from it', () => {
  fc.assert(
    fc.property(card, habits, (of, how) => {
      expect(valueOf(parseCitizenCard(print(of, how)))).toEqual(of);
    }),
    { seed, numRuns },
  );
});

test('a card cut anywhere never gives another number, name or address than its own', () => {
  fc.assert(
    fc.property(card, habits, fc.double({ min: 0, max: 1, noNaN: true }), (of, how, share) => {
      const text = print(of, how).normalize('NFC');
      const cut = text.slice(0, Math.floor(text.length * share));
      const answer = parseCitizenCard(cut);
      const refusal = answer.ok ? undefined : answer.refusal;
      if (refusal) expect(['incomplete', 'not-a-citizen-card']).toContain(refusal.code);
      const found: Partial<CitizenCard> = answer.ok
        ? answer.value
        : refusal?.code === 'incomplete'
          ? refusal.found
          : {};
      // Cut right behind a bar of its own, an address is a whole address with the day of issue left out.
      const isTold = /\p{L}[^|]*$/u.test(cut);
      expect(of).toMatchObject(isTold || found.address === undefined ? found : { ...found, address: of.address });
    }),
    { seed, numRuns },
  );
});

test('garbage is refused or read, never thrown at', () => {
  const garbage = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.constantFrom('|', '025190000017', '15021990', 'Nữ', '\uFFFD', '\uD800', 'IDVNM', '<', '\r\n', 'A', '?'))
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(garbage, (text) => {
      expect(() => parseCitizenCard(text)).not.toThrow();
      expect(() => parseMachineReadableZone(text)).not.toThrow();
    }),
    { seed, numRuns },
  );
});
