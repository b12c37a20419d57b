import type { Dossier } from '../../domain/dossier.ts';
import type { RequiredPaper } from '../../domain/procedure.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import { useAnswer } from '../use-answer.ts';

const NOTHING = {};
const TOPICS: readonly PushTopic[] = [];
const NONE: readonly RequiredPaper[] = [];

/**
 * What the procedure of a dossier asks for today; none where it is not in force any more or nothing is asked. Undefined: on
 * the way.
 */
export function useRequiredPapers(dossier: Dossier | undefined): readonly RequiredPaper[] | undefined {
  const { value, fault } = useAnswer('procedure.list', dossier && NOTHING, TOPICS);
  if (!dossier || fault) return NONE;
  const code = (dossier.intake ?? dossier.carriedOver)?.procedure.code;
  return value && (value.find((procedure) => procedure.code === code)?.requiredPapers ?? NONE);
}
