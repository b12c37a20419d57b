import './self-test.css';
import { useEffect, useRef } from 'react';
import { SELF_TEST_STEPS, type SelfTestVerdict } from '../../electron/contract/self-test-commands.ts';
import type { CounterIdentity } from '../../electron/contract/views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Notice, type Tone, TroubleNotice } from '../parts/Notice.tsx';
import { PrintSheet } from '../parts/PrintSheet.tsx';
import { Shape, type ShapeName } from '../parts/Shape.tsx';
import { focusHome, useHomeFocus } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { SELF_TEST_SCREEN, SELF_TEST_VERDICT_TEXTS } from '../text/self-test.ts';
import { type SelfTestState, type ShownStep, useSelfTest } from './use-self-test.ts';

type SelfTestScreenProps = {
  readonly counter: CounterIdentity;
  /** Else its paper must not be there: it would come out with that of another screen. */
  readonly isUp: boolean;
};

/** The counter tests itself, and says of each part whether it is well and what to do. */
export function SelfTestScreen({ counter, isUp }: SelfTestScreenProps) {
  const screen = useRef<HTMLDivElement>(null);
  const test = useSelfTest(counter);
  const { isRunning, isOver, failed, trouble } = test;
  useHomeFocus(screen);
  useEffect(() => focusHome(screen.current), [isRunning]);
  useKeys({
    ...(isRunning ? {} : { commit: () => void test.run() }),
    ...(isOver ? { saveTable: () => void test.save(), print: () => window.print() } : {}),
  });
  return (
    <div className="screen" ref={screen} data-testid="screen-self-test">
      <section className="card self-test" data-testid="self-test" data-state={stateOf(test)}>
        <header className="card-head">
          <h2>{SELF_TEST_SCREEN.title}</h2>
          <Actions test={test} />
        </header>
        <p className="soft">{SELF_TEST_SCREEN.body}</p>
        {trouble && <TroubleNotice trouble={trouble} />}
        <div className="self-test-said" aria-live="polite">
          {isRunning && <Notice tone="plain">{SELF_TEST_SCREEN.running(test.done, SELF_TEST_STEPS.length)}</Notice>}
          {isOver && (
            <Notice tone={failed === 0 ? 'good' : 'bad'} testId="self-test-summary">
              {SELF_TEST_SCREEN.summary(failed)}
            </Notice>
          )}
        </div>
        <ol className="self-test-steps">
          {test.steps.map((step, place) => (
            <Step key={step.id} step={step} place={place} />
          ))}
        </ol>
      </section>
      {isOver && isUp && (
        <PrintSheet>
          <pre className="self-test-paper">{test.report}</pre>
        </PrintSheet>
      )}
    </div>
  );
}

function stateOf({ isRunning, isOver, waitsForScanner }: SelfTestState): string {
  if (isRunning) return 'running';
  if (!isOver) return 'none';
  return waitsForScanner ? 'scanner' : 'over';
}

function Actions({ test }: { readonly test: SelfTestState }) {
  const { isRunning, isOver, waitsForScanner, note } = test;
  return (
    <div className="self-test-actions">
      <output className="soft">{note}</output>
      {waitsForScanner && (
        <ActionButton variant="default" testId="self-test-skip" onClick={test.skipScanner}>
          {SELF_TEST_SCREEN.skipScanner}
        </ActionButton>
      )}
      {isOver && (
        <>
          <ActionButton variant="default" keyName="saveTable" testId="self-test-save" onClick={() => void test.save()}>
            {SELF_TEST_SCREEN.save}
          </ActionButton>
          <ActionButton variant="default" keyName="print" onClick={() => window.print()}>
            {SELF_TEST_SCREEN.print}
          </ActionButton>
        </>
      )}
      <ActionButton keyName="commit" isHome loading={isRunning} testId="self-test-run" onClick={() => void test.run()}>
        {isOver ? SELF_TEST_SCREEN.runAgain : SELF_TEST_SCREEN.run}
      </ActionButton>
    </div>
  );
}

type Look = { readonly tone: Tone; readonly shape: ShapeName };

const LOOKS = {
  passed: { tone: 'good', shape: 'check' },
  failed: { tone: 'bad', shape: 'octagon' },
  'not-checkable': { tone: 'plain', shape: 'pause' },
} satisfies Record<SelfTestVerdict, Look>;

function Step({ step: { id, name, verdict, text }, place }: { readonly step: ShownStep; readonly place: number }) {
  const look = verdict && LOOKS[verdict];
  return (
    <li className="self-test-step" data-testid={`self-test-${id}`} data-verdict={verdict ?? 'none'}>
      <span className="soft">{place + 1}.</span>
      <strong>{name}</strong>
      <span className={`self-test-verdict tone-${look?.tone ?? 'plain'}`}>
        {look && <Shape name={look.shape} />}
        {verdict && SELF_TEST_VERDICT_TEXTS[verdict]}
      </span>
      <span className={verdict ? '' : 'soft'}>{text}</span>
    </li>
  );
}
