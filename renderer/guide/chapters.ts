import { CHAPTERS, type ChapterId } from '../text/guide.ts';
import type { ScreenId } from '../frame/screens.ts';

/** In the order of the day, as the list shows them. */
export function chapterIds(): readonly ChapterId[] {
  // Object.keys answers `string[]` for any object; this one is a literal of the text file.
  return Object.keys(CHAPTERS) as ChapterId[];
}

/** Where the guide opens: at what the clerk was doing. */
export const CHAPTER_OF = {
  intake: 'intake',
  find: 'hand-over',
  'hand-over': 'hand-over',
  list: 'morning',
  batches: 'batches',
  book: 'book',
  procedures: 'rules',
  calendar: 'rules',
  'unit-rules': 'rules',
  sync: 'safety',
  settings: 'printing',
  backup: 'safety',
  printing: 'printing',
  'self-test': 'safety',
} as const satisfies Record<ScreenId, ChapterId>;

/** Made by the program itself: `npm run shots -- guide`. */
export const PICTURES: Readonly<Partial<Record<ChapterId, string>>> = {
  morning: new URL('pictures/morning.png', import.meta.url).href,
  intake: new URL('pictures/intake.png', import.meta.url).href,
  'hand-over': new URL('pictures/hand-over.png', import.meta.url).href,
  acts: new URL('pictures/acts.png', import.meta.url).href,
  batches: new URL('pictures/batches.png', import.meta.url).href,
  book: new URL('pictures/book.png', import.meta.url).href,
  rules: new URL('pictures/rules.png', import.meta.url).href,
  printing: new URL('pictures/printing.png', import.meta.url).href,
  safety: new URL('pictures/safety.png', import.meta.url).href,
};
