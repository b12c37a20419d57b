import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidyText } from '../../../domain/typed-text.ts';
import { compareByGivenName, matchKey } from '../../../domain/people/person-name.ts';

// A failure is run again with the seed that this line shows.
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 1_000);
console.log(`person-name.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

// Few syllables, so that ties in one part of the name are the rule; now and then anything at all.
const syllable = fc.constantFrom('A', 'a', 'Á', 'Ạ', 'Ba', 'Bà', 'Hoà', 'Hòa', 'Đa', 'Da', 'A-Sử', 'A-Sư', 'ŭ', '王');
const name = fc.oneof(
  { weight: 4, arbitrary: fc.array(syllable, { maxLength: 3 }).map((all) => all.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

const holds = (rule: (a: string, b: string, c: string) => void) => {
  fc.assert(fc.property(name, name, name, rule), { seed, numRuns });
};

test('the order of names is total: two names stand one way only, and alike only when they are one name', () => {
  holds((a, b) => {
    const order = compareByGivenName(a, b);
    expect(compareByGivenName(b, a) + order).toBe(0);
    expect(order === 0).toBe(tidyText(a) === tidyText(b));
  });
});

test('the order of names has no circles', () => {
  holds((a, b, c) => {
    const [first = '', second = '', third = ''] = [a, b, c].sort(compareByGivenName);
    expect(compareByGivenName(first, second)).toBeLessThanOrEqual(0);
    expect(compareByGivenName(second, third)).toBeLessThanOrEqual(0);
    expect(compareByGivenName(first, third)).toBeLessThanOrEqual(0);
  });
});

test('the key for matching does not change when it is made again', () => {
  holds((a) => {
    expect(matchKey(matchKey(a))).toBe(matchKey(a));
  });
});
