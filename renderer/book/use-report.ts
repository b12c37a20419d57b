import { useState } from 'react';
import type { ReportPeriod } from '../../domain/report/report-06a.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { ReportView } from '../../electron/contract/report-commands.ts';
import { attempt, type CounterFault } from '../bridge.ts';
import { useAnswer } from '../use-answer.ts';

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['report'];

export type ReportCounting = {
  readonly view: ReportView | undefined;
  readonly fault: CounterFault | undefined;
  readonly begin: (period: ReportPeriod) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The counting of the report, which goes on whatever is on the screen. */
export function useReport(): ReportCounting {
  const { latest, fault } = useAnswer('report.state', NOTHING, TOPICS);
  const [failed, setFailed] = useState<CounterFault>();
  return {
    view: latest,
    fault: failed ?? fault,
    begin: async (period) => {
      const answer = await attempt('report.count', period);
      setFailed(answer.ok ? undefined : answer.refusal);
    },
    stop: async () => {
      const answer = await attempt('report.stop', NOTHING);
      setFailed(answer.ok ? undefined : answer.refusal);
    },
  };
}
