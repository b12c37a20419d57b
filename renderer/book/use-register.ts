import type { RegisterRow } from '../../domain/report/register-book.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { RegisterAsked, RegisterPage } from '../../electron/contract/report-commands.ts';
import type { CounterFault } from '../bridge.ts';
import { useAnswer } from '../use-answer.ts';

const TOPICS: readonly PushTopic[] = ['dossiers'];
const STEP = 100;
/** Two steps: whichever line is the first on view, those around it are there. */
const LIMIT = 2 * STEP;
const BEFORE = STEP / 2;

export type Register = {
  readonly page: RegisterPage | undefined;
  readonly fault: CounterFault | undefined;
  /** The line at a place; undefined while it is on its way. */
  readonly rowAt: (place: number) => RegisterRow | undefined;
};

/** The lines around the first one on view. Those before stay until the next have come. */
export function useRegister(asked: RegisterAsked | undefined, firstShown: number): Register {
  const offset = Math.max(0, Math.floor((firstShown - BEFORE) / STEP) * STEP);
  const { latest, fault } = useAnswer('report.register', asked && { ...asked, offset, limit: LIMIT }, TOPICS);
  const page = latest && asked && isOf(latest, asked) ? latest : undefined;
  return { page, fault, rowAt: (place) => page?.rows[place - page.offset] };
}

function isOf({ asked }: RegisterPage, { from, until, book }: RegisterAsked): boolean {
  return asked.from === from && asked.until === until && asked.book === book;
}
