import type { RulesDraft } from './rules-draft.ts';
import type { UnitRulesState } from './use-unit-rules.ts';

/** One part of the rules: what is typed, and how it is changed. */
export type RulesCardProps = { readonly state: UnitRulesState; readonly draft: RulesDraft };
