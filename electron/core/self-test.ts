import type { LocalMoment } from '../../domain/plain-date.ts';
import {
  SELF_TEST_STEPS,
  type SelfTestFinding,
  type SelfTestStep,
  type SelfTestView,
} from '../contract/self-test-commands.ts';
import type { Log } from './log.ts';
import { SELF_TEST, type SelfTestBench } from './self-test-steps.ts';

type SelfTestParts = {
  readonly log: Log;
  /** The screen should look again. */
  readonly tell: () => void;
  /** Tests give steps that break. */
  readonly steps?: typeof SELF_TEST;
};

/** The counter tests itself, a step after the other; one that breaks is a finding, and the next one follows. */
export class SelfTest {
  readonly #parts: SelfTestParts;
  #view: SelfTestView = { findings: [] };

  constructor(parts: SelfTestParts) {
    this.#parts = parts;
  }

  view(): SelfTestView {
    return this.#view;
  }

  /** Nothing happens while one is under way. */
  begin(bench: SelfTestBench, begunAt: LocalMoment): void {
    if (this.#view.running) return;
    this.#view = { findings: [], begunAt };
    void this.#run(bench, begunAt);
  }

  async #run(bench: SelfTestBench, begunAt: LocalMoment): Promise<void> {
    for (const step of SELF_TEST_STEPS) {
      this.#show({ ...this.#view, running: step });
      const finding = await this.#find(step, bench);
      this.#show({ begunAt, running: step, findings: [...this.#view.findings, finding] });
    }
    this.#show({ begunAt, findings: this.#view.findings });
  }

  async #find(step: SelfTestStep, bench: SelfTestBench): Promise<SelfTestFinding> {
    const { steps = SELF_TEST, log } = this.#parts;
    try {
      const finding = { step, ...(await steps[step](bench)) };
      log.note('self-test', { step, code: finding.code });
      return finding;
    } catch (error) {
      log.failure(`self-test-${step}`, error);
      return { step, code: 'step-broke' };
    }
  }

  #show(view: SelfTestView): void {
    this.#view = view;
    this.#parts.tell();
  }
}
