import { useState } from 'react';
import type { LocalMoment } from '../../domain/plain-date.ts';
import {
  SELF_TEST_STEPS,
  SELF_TEST_VERDICTS,
  type SelfTestStep,
  type SelfTestVerdict,
  type SelfTestView,
} from '../../electron/contract/self-test-commands.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { CounterIdentity } from '../../electron/contract/views.ts';
import { attempt } from '../bridge.ts';
import { useHearer } from '../scan/heard.ts';
import {
  findingText,
  reportText,
  SCANNER_STEP,
  SELF_TEST_SCREEN,
  SELF_TEST_STEP_NAMES,
  type TestedLine,
} from '../text/self-test.ts';
import { type Trouble, troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['self-test'];

type Scanner = 'read' | 'misread' | 'skipped';

/** A line of the screen; `verdict` absent: not tested yet. */
export type ShownStep = {
  readonly id: SelfTestStep | 'scanner';
  readonly name: string;
  readonly verdict?: SelfTestVerdict;
  readonly text: string;
};

export type SelfTestState = {
  readonly steps: readonly ShownStep[];
  readonly isRunning: boolean;
  readonly done: number;
  /** The core did its part; the scanner waits for a person, until it was read or left out. */
  readonly waitsForScanner: boolean;
  /** There is something to send. */
  readonly isOver: boolean;
  readonly failed: number;
  readonly report: string;
  readonly note: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly run: () => Promise<void>;
  readonly skipScanner: () => void;
  readonly save: () => Promise<void>;
};

/** The test as the core is doing it, and the scanner, which a person has to hold. */
export function useSelfTest(counter: CounterIdentity): SelfTestState {
  const { latest: view, fault } = useAnswer('selfTest.state', NOTHING, TOPICS);
  const [tried, setTried] = useState<{ readonly of: LocalMoment | undefined; readonly scanner: Scanner }>();
  const [trouble, setTrouble] = useState<Trouble>();
  const { note, save } = useSaving(setTrouble);
  const begunAt = view?.begunAt;
  // Another test asks for the scanner again.
  const scanner = tried?.of === begunAt ? tried?.scanner : undefined;
  const setScanner = (next: Scanner): void => setTried({ of: begunAt, scanner: next });
  const isRunning = view?.running !== undefined;
  const isOver = begunAt !== undefined && !isRunning;
  const waitsForScanner = isOver && isToScan(scanner);
  useHearer('screen', (heard) => {
    if (!waitsForScanner) return false;
    setScanner(heard.kind === 'slip' ? 'read' : 'misread');
    return true;
  });
  const steps = shownSteps(view, scanner, isOver);
  const lines = testedLines(steps);
  const lookTrouble = fault && troubleOfFault(fault);
  const report = reportOf(counter, begunAt, lines);
  return {
    steps,
    isRunning,
    done: view?.findings.length ?? 0,
    waitsForScanner,
    isOver,
    failed: lines.filter(({ verdict }) => verdict === 'failed').length,
    report,
    note,
    trouble: trouble ?? lookTrouble,
    run: async () => {
      setTried(undefined);
      const answer = await attempt('selfTest.run', {});
      setTrouble(answer.ok ? undefined : troubleOfFault(answer.refusal));
    },
    skipScanner: () => setScanner('skipped'),
    save: () => save(report),
  };
}

function reportOf(counter: CounterIdentity, begunAt: LocalMoment | undefined, lines: readonly TestedLine[]): string {
  return begunAt ? reportText(counter, begunAt, lines) : '';
}

function testedLines(steps: readonly ShownStep[]): readonly TestedLine[] {
  return steps.flatMap(({ name, verdict, text }) => (verdict ? [{ name, verdict, text }] : []));
}

function isToScan(scanner: Scanner | undefined): boolean {
  return scanner === undefined || scanner === 'misread';
}

function useSaving(setTrouble: (trouble: Trouble | undefined) => void) {
  const [note, setNote] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  const save = async (text: string): Promise<void> => {
    // One dialog at a time.
    if (isSaving) return;
    setSaving(true);
    setNote(SELF_TEST_SCREEN.saving);
    const answer = await attempt('selfTest.save', { text });
    setSaving(false);
    setTrouble(answer.ok ? undefined : troubleOfFault(answer.refusal));
    setNote(answer.ok ? noteOf(answer.value.ok ? 'saved' : answer.value.refusal.code) : undefined);
  };
  return { note, save };
}

function noteOf(ending: 'saved' | 'no-file' | 'file-not-written'): string | undefined {
  if (ending === 'saved') return SELF_TEST_SCREEN.saved;
  return ending === 'file-not-written' ? SELF_TEST_SCREEN.notWritten : undefined;
}

function shownSteps(
  view: SelfTestView | undefined,
  scanner: Scanner | undefined,
  isOver: boolean,
): readonly ShownStep[] {
  const ofCore = SELF_TEST_STEPS.map((id): ShownStep => {
    const name = SELF_TEST_STEP_NAMES[id];
    const finding = view?.findings.find(({ step }) => step === id);
    if (finding) return { id, name, verdict: SELF_TEST_VERDICTS[finding.code], text: findingText(finding) };
    return { id, name, text: view?.running === id ? SELF_TEST_SCREEN.isRunning : SELF_TEST_SCREEN.waits };
  });
  return [...ofCore, scannerStep(scanner, isOver)];
}

function scannerStep(scanner: Scanner | undefined, isOver: boolean): ShownStep {
  const step = { id: 'scanner', name: SCANNER_STEP.name } as const;
  if (!scanner) return { ...step, text: isOver ? SCANNER_STEP.waits : SELF_TEST_SCREEN.waits };
  return { ...step, verdict: VERDICT_OF_SCANNER[scanner], text: SCANNER_STEP[scanner] };
}

const VERDICT_OF_SCANNER = {
  read: 'passed',
  misread: 'failed',
  skipped: 'not-checkable',
} satisfies Record<Scanner, SelfTestVerdict>;
