import { useEffect, useRef, useState } from 'react';
import { groupedScanCode } from '../../domain/scan-code.ts';
import { CitizenView } from '../citizen-view/CitizenView.tsx';
import { shownDossier } from '../citizen-view/shown-dossier.ts';
import { capitalised, momentInWords } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { DossierNumberText } from '../parts/DossierNumberText.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Shape } from '../parts/Shape.tsx';
import { SlipPicture } from '../parts/SlipPicture.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { CERTIFY } from '../text/certify.ts';
import { SAVED } from '../text/intake.ts';
import { CAMERA } from '../text/scan.ts';
import { type ReceiptSlip, useReceiptSlip } from '../printing/use-receipt-slip.ts';
import { CardCameraDialog } from '../scan/CameraDialog.tsx';
import { useHearer } from '../scan/heard.ts';
import { type CardForNext, cardForNext } from './card-for-next.ts';
import { SavedMoney } from './SavedMoney.tsx';
import { SavedSlip } from './SavedSlip.tsx';
import type { Saved } from './use-receive.ts';

type SavedPanelProps = {
  readonly saved: Saved;
  readonly onNext: (keep: 'nothing' | 'applicant') => void;
  /** The card of whoever is next. */
  readonly onCard: (heard: CardForNext) => void;
};

/** It is kept, under these numbers; the slip as it was printed; and on to the next. */
export function SavedPanel({ saved, onNext, onCard }: SavedPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector('button')?.focus(), []);
  const slip = useReceiptSlip(saved.dossier.id);
  const [isCameraOpen, setCameraOpen] = useState(false);
  const openCamera = (): void => setCameraOpen(true);
  useKeys({
    intake: () => onNext('nothing'),
    back: () => onNext('nothing'),
    sameApplicant: () => onNext('applicant'),
    camera: openCamera,
  });
  useHearer('screen', (heard) => {
    const card = cardForNext(heard);
    if (card) onCard(card);
    return card !== undefined;
  });
  // A kept screen that is left must not leave a running camera behind.
  useEffect(() => () => setCameraOpen(false), []);
  const { intake } = saved.dossier;
  return (
    <div className="saved" ref={panel} data-testid="saved">
      <section className="card saved-facts">
        <p className="saved-title">
          <Shape name="check" />
          {saved.dossier.handOver ? CERTIFY.saved : SAVED.title}
        </p>
        {saved.isOlderThanFields && <Notice tone="soon">{SAVED.savedBefore}</Notice>}
        {intake && <SavedFacts intake={intake} dossier={saved.dossier} slip={slip} />}
        <div className="saved-actions">
          <ActionButton size="md" keyName="nextField" testId="next-dossier" onClick={() => onNext('nothing')}>
            {SAVED.next}
          </ActionButton>
          <ActionButton
            size="md"
            variant="default"
            keyName="sameApplicant"
            testId="same-applicant"
            onClick={() => onNext('applicant')}
          >
            {SAVED.sameApplicant}
          </ActionButton>
          <ActionButton size="md" variant="default" keyName="camera" testId="next-by-card" onClick={openCamera}>
            {CAMERA.openCard}
          </ActionButton>
          <CitizenView shown={shownDossier(saved.dossier)} variant="default" size="md" />
        </div>
      </section>
      <CardCameraDialog
        opened={isCameraOpen}
        onClose={() => setCameraOpen(false)}
        onCard={(heard) => {
          setCameraOpen(false);
          onCard(heard);
        }}
      />
      <section className="card saved-slip">
        <SlipPicture jobId={slip.job?.id ?? saved.printJobId} />
      </section>
    </div>
  );
}

type SavedFactsProps = {
  readonly intake: NonNullable<Saved['dossier']['intake']>;
  readonly dossier: Saved['dossier'];
  readonly slip: ReceiptSlip;
};

function SavedFacts({ intake, dossier, slip }: SavedFactsProps) {
  return (
    <dl className="saved-list">
      <div className="saved-number">
        <dt>{SAVED.number}</dt>
        <dd data-testid="received-number">
          <DossierNumberText number={intake.dossierNumber} />
        </dd>
      </div>
      <div>
        <dt>{SAVED.scanCode}</dt>
        <dd data-testid="received-scan-code">{groupedScanCode(intake.scanCode)}</dd>
      </div>
      <div>
        <dt>{SAVED.lookUpCode}</dt>
        <dd data-testid="received-look-up-code">{intake.lookUpCode}</dd>
      </div>
      <div>
        <dt>{SAVED.applicant}</dt>
        <dd>{intake.applicant.name}</dd>
      </div>
      <div>
        <dt>{SAVED.procedure}</dt>
        <dd>{intake.procedure.alias}</dd>
      </div>
      <div className="saved-wide">
        {dossier.handOver ? (
          <HandedOver {...dossier.handOver} />
        ) : (
          <>
            <dt>{SAVED.appointment}</dt>
            <dd className="saved-appointment">{capitalised(momentInWords(intake.appointment.at))}</dd>
          </>
        )}
      </div>
      <SavedMoney dossier={dossier} />
      <div className="saved-wide">
        <dt>{SAVED.print}</dt>
        <dd>
          <SavedSlip slip={slip} />
        </dd>
      </div>
    </dl>
  );
}

function HandedOver({ receiver, handedOverAt }: NonNullable<Saved['dossier']['handOver']>) {
  return (
    <>
      <dt>{CERTIFY.handedOver}</dt>
      <dd data-testid="saved-handed-over">{CERTIFY.handedOverTo(receiver.name, momentInWords(handedOverAt))}</dd>
    </>
  );
}
