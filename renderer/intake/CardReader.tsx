import { Modal } from '@mantine/core';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { CardCameraDialog } from '../scan/CameraDialog.tsx';
import { CAMERA, CARD } from '../text/scan.ts';
import { COMMON } from '../text/vi.ts';
import type { CardReading } from './use-card.ts';

type CardReaderProps = { readonly card: CardReading };

/** Opens the camera for a citizen card, and asks before a card writes over what was typed. */
export function CardReader({ card }: CardReaderProps) {
  useKeys({ camera: card.openCamera });
  return (
    <>
      <ActionButton variant="default" size="xs" keyName="camera" testId="open-card-camera" onClick={card.openCamera}>
        {CAMERA.openCard}
      </ActionButton>
      <CardCameraDialog
        opened={card.isCameraOpen}
        onClose={card.closeCamera}
        onCard={(heard) => {
          card.closeCamera();
          card.take(heard);
        }}
      />
      <ReplaceDialog card={card} />
    </>
  );
}

function ReplaceDialog({ card }: CardReaderProps) {
  const { asked, replace, leaveAsIs } = card;
  return (
    <Modal opened={asked !== undefined} onClose={leaveAsIs} title={CARD.askTitle} size="lg" centered>
      <div data-testid="card-replace">
        <p>{CARD.askBody((asked ?? []).map((field) => CARD.fields[field]).join(', '))}</p>
        <div className="dialog-actions">
          <ActionButton variant="default" keyName="back" isAutoFocused onClick={leaveAsIs}>
            {COMMON.cancel}
          </ActionButton>
          <ActionButton testId="card-replace-yes" onClick={replace}>
            {CARD.replace}
          </ActionButton>
        </div>
      </div>
    </Modal>
  );
}

/** What the card did. Below the fields: nothing moves under the hands. */
export function CardNoteLine({ card: { note } }: CardReaderProps) {
  if (!note) return undefined;
  return (
    <div className="card-note">
      <Notice tone={note.tone} testId="card-note">
        {note.text}
      </Notice>
    </div>
  );
}
