import './hand-over.css';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { ScanCode } from '../../domain/scan-code.ts';
import type { ScanAnswer } from '../../electron/contract/views.ts';
import { ReceiveCard } from '../before-intake/ReceiveCard.tsx';
import { standsBeforeIntake } from '../before-intake/standing-draft.ts';
import { DossierFacts } from '../dossier/DossierFacts.tsx';
import type { Scan } from '../frame/use-frame.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Blank, Loading } from '../parts/Blank.tsx';
import { KeyHint } from '../parts/KeyHint.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { focusHome, useHomeFocus } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { CameraDialog } from '../scan/CameraDialog.tsx';
import { HAND_OVER } from '../text/hand-over.ts';
import { CAMERA } from '../text/scan.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { AnswerBanner, DoneBanner } from './AnswerBanner.tsx';
import { CodeField } from './CodeField.tsx';
import { ReceiverForm } from './ReceiverForm.tsx';
import { useLookUp } from './use-look-up.ts';
import { openDossierOf, useScanAnswer } from './use-scan-answer.ts';

type HandOverScreenProps = {
  readonly scan: Scan | undefined;
  readonly now: LocalMoment;
  /** Esc, when there is no slip to put away. */
  readonly onBack: () => void;
  /** The slip is lost: find the dossier by name or phone. */
  readonly onFind: () => void;
  readonly onScan: (scanCode: ScanCode) => void;
  /** It is not received yet: it is received under its code. */
  readonly onReceive: (dossier: Dossier) => void;
};

/** A slip comes back: may the result be handed over, or to whom was it? */
export function HandOverScreen({ scan, now, onBack, onFind, onScan, onReceive }: HandOverScreenProps) {
  const screen = useRef<HTMLDivElement>(null);
  const { typed, type, slip, look, clear } = useLookUp(scan);
  const [isCameraOpen, setCameraOpen] = useState(false);
  const serial = slip?.serial;
  useHomeFocus(screen);
  // Whatever field the slip before had the hands in: the next act is the next slip.
  useEffect(() => focusHome(screen.current), [serial]);
  const isEmpty = slip === undefined && typed === '';
  useKeys({
    camera: () => setCameraOpen(true),
    handOver: () => focusHome(screen.current),
    back: isEmpty ? onBack : clear,
  });
  // A kept screen that is left must not leave its dialog, or a running camera, behind.
  useEffect(() => () => setCameraOpen(false), []);
  return (
    <div className="screen hand-over" ref={screen} data-testid="screen-hand-over">
      <div className="hand-over-code">
        <CodeField value={typed} onType={type} onEnter={look} />
        <ActionButton
          variant="default"
          size="lg"
          keyName="camera"
          testId="open-camera"
          onClick={() => setCameraOpen(true)}
        >
          {CAMERA.open}
        </ActionButton>
      </div>
      {slip ? (
        <Slip key={slip.serial} {...slip} now={now} onReceive={onReceive} onDone={() => focusHome(screen.current)} />
      ) : (
        <NoSlip onFind={onFind} />
      )}
      <CameraDialog
        opened={isCameraOpen}
        onClose={() => setCameraOpen(false)}
        onScan={(scanCode) => {
          setCameraOpen(false);
          onScan(scanCode);
        }}
      />
    </div>
  );
}

type SlipProps = Pick<HandOverScreenProps, 'now' | 'onReceive'> & {
  readonly text: string;
  readonly isFound: boolean;
  readonly onDone: () => void;
};

/** Everything about one slip; the next slip begins anew. */
function Slip({ text, onDone, ...asked }: SlipProps) {
  const { value: answer, fault } = useScanAnswer(text);
  const [done, setDone] = useState<Dossier>();
  const finish = (dossier: Dossier): void => {
    setDone(dossier);
    onDone();
  };
  if (done) {
    return (
      <>
        <DoneBanner dossier={done} />
        <div className="hand-over-columns">
          <Facts dossier={done} />
        </div>
      </>
    );
  }
  if (answer) return <Answered {...asked} answer={answer} onDone={finish} />;
  return fault ? <TroubleNotice trouble={troubleOfFault(fault)} /> : <Loading />;
}

type AnsweredProps = Pick<SlipProps, 'now' | 'isFound' | 'onReceive'> & {
  readonly answer: ScanAnswer;
  readonly onDone: (dossier: Dossier) => void;
};

function Answered({ answer, now, isFound, onReceive, onDone }: AnsweredProps) {
  const open = openDossierOf(answer);
  const dossier = 'dossier' in answer ? answer.dossier : undefined;
  return (
    <>
      <AnswerBanner answer={answer} />
      <div className="hand-over-columns">
        <Facts dossier={dossier} />
        {open && <ReceiverForm open={open} isFound={isFound} now={now} onDone={onDone} />}
        {dossier && standsBeforeIntake(dossier) && <ReceiveCard dossier={dossier} onReceive={onReceive} />}
      </div>
    </>
  );
}

function Facts({ dossier }: { readonly dossier: Dossier | undefined }) {
  if (!dossier?.applicant) return undefined;
  return (
    <section className="card">
      <DossierFacts dossier={dossier} />
    </section>
  );
}

function NoSlip({ onFind }: { readonly onFind: () => void }) {
  return (
    <div className="no-slip">
      <Blank title={HAND_OVER.emptyTitle}>
        <p>{HAND_OVER.emptyBody}</p>
        <Button variant="subtle" onClick={onFind} rightSection={<KeyHint name="find" />}>
          {HAND_OVER.lostSlip}
        </Button>
      </Blank>
    </div>
  );
}
