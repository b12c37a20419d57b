import { useState } from 'react';
import type { UnitRules } from '../../domain/publication/publication-event.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import { attempt, type CounterFault } from '../bridge.ts';
import { type Asking, useAsking } from '../people/use-asking.ts';
import { rulesTrouble, UNIT_RULES } from '../text/unit-rules.ts';
import { useAnswer } from '../use-answer.ts';
import { draftOf, type RulesDraft, type RulesErrors, rulesOf } from './rules-draft.ts';

export type UnitRulesState = {
  /** As typed, else as it holds; undefined until the core has said so. */
  readonly draft: RulesDraft | undefined;
  readonly procedures: readonly Procedure[];
  readonly errors: RulesErrors;
  readonly fault: CounterFault | undefined;
  readonly asking: Asking;
  readonly done: string | undefined;
  readonly isChanged: boolean;
  /** Who may only look can go through the fields and read. */
  readonly mayEdit: boolean;
  readonly change: (part: Partial<RulesDraft>) => void;
  readonly save: () => Promise<void>;
};

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['app', 'dossiers'];

/** The rules of the unit as they hold, and what somebody types over them until it is saved. */
export function useUnitRules(mayEdit: boolean): UnitRulesState {
  const { latest: rules, fault } = useAnswer('unitRules.get', NOTHING, TOPICS);
  const { latest: procedures } = useAnswer('procedure.list', NOTHING, TOPICS);
  const [typed, setTyped] = useState<RulesDraft>();
  const [errors, setErrors] = useState<RulesErrors>({});
  const [done, setDone] = useState<string>();
  const asking = useAsking();
  const draft = typed ?? (rules && draftOf(rules));
  const send = async (next: UnitRules): Promise<void> => {
    const saved = await asking.ask(() => attempt('unitRules.set', next), rulesTrouble);
    if (!saved) return;
    setTyped(undefined);
    setDone(UNIT_RULES.saved);
  };
  return {
    draft,
    procedures: procedures ?? [],
    errors,
    fault,
    asking,
    done,
    isChanged: typed !== undefined,
    mayEdit,
    change: (part) => {
      if (!draft || !mayEdit) return;
      asking.forget();
      setErrors({});
      setDone(undefined);
      setTyped({ ...draft, ...part });
    },
    save: async () => {
      if (!typed || !mayEdit) return;
      const read = rulesOf(typed);
      setErrors(read.ok ? {} : read.refusal);
      if (read.ok) await send(read.value);
      else asking.refuse(UNIT_RULES.toMend(Object.keys(read.refusal).length));
    },
  };
}
