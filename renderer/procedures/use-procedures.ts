import { useState } from 'react';
import type { PlainDate } from '../../domain/plain-date.ts';
import { searchProcedures } from '../../domain/procedure-catalogue.ts';
import { type ProcedureOnDay, proceduresOnDay } from '../../domain/procedure-versions.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { CounterFault } from '../bridge.ts';
import { useAnswer } from '../use-answer.ts';

export type ProceduresState = {
  readonly query: string;
  /** Every procedure there is; undefined until the core has said so. */
  readonly all: readonly ProcedureOnDay[] | undefined;
  readonly found: readonly ProcedureOnDay[];
  readonly chosen: ProcedureOnDay | undefined;
  readonly fault: CounterFault | undefined;
  readonly search: (query: string) => void;
  readonly choose: (code: string) => void;
  /** Up or down the list, as far as it goes. */
  readonly step: (by: number) => void;
};

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['app', 'dossiers'];

/** What is found of all procedures, and which of it is being read. */
export function useProcedures(day: PlainDate): ProceduresState {
  const { latest, fault } = useAnswer('procedure.versions', NOTHING, TOPICS);
  const [query, setQuery] = useState('');
  const [code, setCode] = useState<string>();
  const all = latest && proceduresOnDay(latest, day);
  const found = all ? search(all, query) : [];
  const at = Math.max(
    0,
    found.findIndex(({ procedure }) => procedure.code === code),
  );
  const chosen = found[at];
  return {
    query,
    all,
    found,
    chosen,
    fault,
    search: (typed) => {
      setQuery(typed);
      // The best of what fits now, whatever was being read.
      setCode(undefined);
    },
    choose: setCode,
    step: (by) => setCode(found[Math.min(found.length - 1, Math.max(0, at + by))]?.procedure.code),
  };
}

function search(all: readonly ProcedureOnDay[], query: string): readonly ProcedureOnDay[] {
  const byCode = new Map(all.map((each) => [each.procedure.code, each]));
  const fitting = searchProcedures(
    all.map(({ procedure }) => procedure),
    query,
  );
  return fitting.flatMap(({ code }) => byCode.get(code) ?? []);
}
