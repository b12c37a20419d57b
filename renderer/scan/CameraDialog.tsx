import './scan.css';
import { Modal, NativeSelect } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ScanCode } from '../../domain/scan-code.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { CAMERA, CAMERA_TROUBLES, notUsedText, UNREAD, UNREAD_CARD } from '../text/scan.ts';
import { type CameraTrouble, type OpenCamera, readFromCamera, type Unread } from './camera.ts';
import { type Heard, useHearer } from './heard.ts';
import { TypedCode } from './TypedCode.tsx';

type CameraDialogProps = {
  readonly opened: boolean;
  readonly onScan: (scanCode: ScanCode) => void;
  readonly onClose: () => void;
};

/** The camera in place of a scanner. What it cannot read is typed here at once. */
export function CameraDialog({ opened, onScan, onClose }: CameraDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={CAMERA.title} size="lg" centered data-testid="camera-dialog">
      <SlipView onScan={onScan} />
    </Modal>
  );
}

function SlipView({ onScan }: Pick<CameraDialogProps, 'onScan'>) {
  const take = (heard: Heard): boolean => {
    if (heard.kind === 'slip') onScan(heard.scanCode);
    return heard.kind === 'slip';
  };
  // A scanner that types goes the same way, or its slip would open behind the dialog.
  useHearer('dialog', take);
  return (
    <>
      <CameraView hint={CAMERA.hint} unreadTexts={UNREAD} onHeard={take} />
      <TypedCode onCode={onScan} />
    </>
  );
}

/** What a citizen card said; its trouble too, for what could be read of it. */
export type HeardCard = Extract<Heard, { kind: 'card' | 'card-trouble' }>;

type CardDialogProps = {
  readonly opened: boolean;
  readonly onCard: (heard: HeardCard) => void;
  readonly onClose: () => void;
};

/** The camera for the square code of a citizen card. */
export function CardCameraDialog({ opened, onCard, onClose }: CardDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={CAMERA.cardTitle} size="lg" centered data-testid="card-dialog">
      <CardView onCard={onCard} onClose={onClose} />
    </Modal>
  );
}

function CardView({ onCard, onClose }: Omit<CardDialogProps, 'opened'>) {
  const take = (heard: Heard): boolean => {
    const isCard = heard.kind === 'card' || heard.kind === 'card-trouble';
    if (isCard) onCard(heard);
    return isCard;
  };
  useHearer('dialog', (heard) => {
    // The scanner did what the camera was opened for: the screen below takes it.
    if (heard.kind === 'card-id') onClose();
    return take(heard);
  });
  return (
    <>
      <CameraView hint={CAMERA.cardHint} byHand={CAMERA.cardByHand} unreadTexts={UNREAD_CARD} onHeard={take} />
    </>
  );
}

type CameraViewProps = {
  readonly hint: string;
  /** What else can be done; a notice that nothing was read says that itself. */
  readonly byHand?: string;
  readonly unreadTexts: Record<Unread, string>;
  /** Answers whether it was what the camera was opened for. */
  readonly onHeard: (heard: Heard) => boolean;
};

function CameraView({ hint, byHand, unreadTexts, onHeard }: CameraViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [deviceId, setDeviceId] = useState<string>();
  const [camera, setCamera] = useState<OpenCamera>();
  const [trouble, setTrouble] = useState<CameraTrouble>();
  const [note, setNote] = useState<string>();
  const take = useEffectEvent((heard: Heard) => {
    const isTaken = onHeard(heard);
    if (!isTaken && heard.kind !== 'slip') setNote(notUsedText(heard).body);
    return isTaken;
  });
  const say = useEffectEvent((unread: Unread) => setNote(unreadTexts[unread]));
  useEffect(() => {
    if (!video.current) return undefined;
    return readFromCamera(video.current, deviceId, {
      onOpen: setCamera,
      onHeard: (heard) => take(heard),
      onUnread: (unread) => say(unread),
      onTrouble: setTrouble,
    });
  }, [deviceId]);
  if (trouble) return <TroubleNotice trouble={CAMERA_TROUBLES[trouble]} testId="camera-trouble" />;
  return (
    <>
      <div className="camera" data-open={camera !== undefined}>
        <video ref={video} muted playsInline />
        <div className="camera-frame" aria-hidden="true" />
        {!camera && <p className="camera-starting">{CAMERA.starting}</p>}
      </div>
      <div className="camera-note">
        {note === undefined ? (
          <p className="soft">{hint}</p>
        ) : (
          <Notice tone="soon" testId="camera-unread">
            {note}
          </Notice>
        )}
      </div>
      {camera && <CameraTools camera={camera} onChoose={setDeviceId} />}
      {byHand !== undefined && note === undefined && <p className="soft">{byHand}</p>}
    </>
  );
}

type CameraToolsProps = { readonly camera: OpenCamera; readonly onChoose: (deviceId: string) => void };

/** Nothing where there is one camera without a lamp. */
function CameraTools({ camera, onChoose }: CameraToolsProps) {
  const [isTorchOn, setTorchOn] = useState(false);
  const { cameras, setTorch } = camera;
  if (cameras.length < 2 && !setTorch) return undefined;
  return (
    <div className="camera-tools">
      {cameras.length > 1 && (
        <NativeSelect
          aria-label={CAMERA.which}
          value={camera.deviceId}
          data={cameras.map(({ deviceId, label }, index) => ({
            value: deviceId,
            label: label || CAMERA.unnamed(index + 1),
          }))}
          data-testid="camera-choice"
          onChange={(event) => onChoose(event.currentTarget.value)}
        />
      )}
      {setTorch && (
        <ActionButton
          variant="default"
          testId="camera-torch"
          onClick={() => {
            setTorchOn(!isTorchOn);
            void setTorch(!isTorchOn);
          }}
        >
          {isTorchOn ? CAMERA.torchOff : CAMERA.torchOn}
        </ActionButton>
      )}
    </div>
  );
}
