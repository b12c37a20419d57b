import type { DossierView, MorningView } from '../../electron/contract/views.ts';
import type { Tone } from '../parts/Notice.tsx';
import type { ShapeName } from '../parts/Shape.tsx';

/** The lines in the order of their digits. */
export const MORNING_LINES: readonly DossierView[] = [
  'late',
  'due-today',
  'due-soon',
  'waiting-for-applicant',
  'result-ready',
  'arrived',
  'today',
  'waiting',
  'to-transfer',
];

const URGENT: readonly DossierView[] = ['late', 'due-today', 'due-soon'];

const LOOKS = {
  late: { tone: 'bad', shape: 'octagon' },
  'due-today': { tone: 'soon', shape: 'triangle' },
  'due-soon': { tone: 'good', shape: 'circle' },
  'waiting-for-applicant': { tone: 'plain', shape: 'pause' },
  'result-ready': { tone: 'plain', shape: 'check' },
  'to-transfer': { tone: 'plain', shape: 'arrow' },
  arrived: { tone: 'plain', shape: 'arrow' },
  today: { tone: 'plain', shape: 'arrow' },
  waiting: { tone: 'plain', shape: 'arrow' },
} satisfies Record<DossierView, { tone: Tone; shape: ShapeName }>;

/** A line looks as the marks of its dossiers do; one that has none is quiet. */
export function lookOfLine(line: DossierView, count: number): { readonly tone: Tone; readonly shape: ShapeName } {
  return count === 0 ? { ...LOOKS[line], tone: 'plain' } : LOOKS[line];
}

/** The line a morning begins with: the most urgent that has dossiers, else what was received today. */
export function firstLine({ counts }: MorningView): DossierView {
  return URGENT.find((line) => counts[line] > 0) ?? 'today';
}
