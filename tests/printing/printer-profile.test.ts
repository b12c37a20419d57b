import { expect, test } from 'vitest';
import { isProfileId, PRINTER_PROFILES, profileFor, profileOf } from '../../printing/send-to-printer.ts';

test.each(PRINTER_PROFILES)('$id can be printed on', (profile) => {
  expect(profile.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  expect(profile.widthDots % 8).toBe(0);
  expect(profile.widthDots).toBeLessThanOrEqual(profile.paperWidthMm * 8);
  expect(profile.bandHeight % 48).not.toBe(0);
  expect(profileOf(profile.id)).toBe(profile);
});

test('no two profiles have one name', () => {
  expect(new Set(PRINTER_PROFILES.map(({ id }) => id)).size).toBe(PRINTER_PROFILES.length);
});

test('a name that no profile has means the common printer for 80 mm', () => {
  expect(isProfileId('of-tomorrow')).toBe(false);
  expect(profileOf('of-tomorrow')).toBe(profileFor(80));
});

test('each width of paper has its common printer', () => {
  expect([profileFor(80), profileFor(58)]).toMatchObject([
    { id: 'generic-80', paperWidthMm: 80, widthDots: 576, cut: 'partial' },
    { id: 'generic-58', paperWidthMm: 58, widthDots: 384, cut: 'none' },
  ]);
});
