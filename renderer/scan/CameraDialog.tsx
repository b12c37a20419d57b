import { Modal } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ScanCode } from '../../domain/scan-code.ts';
import { TroubleNotice } from '../parts/Notice.tsx';
import { CAMERA, CAMERA_TROUBLES } from '../text/scan.ts';
import { type CameraTrouble, readFromCamera } from './camera.ts';

type CameraDialogProps = {
  readonly opened: boolean;
  readonly onScan: (scanCode: ScanCode) => void;
  readonly onClose: () => void;
};

/** The camera in place of a scanner. */
export function CameraDialog({ opened, onScan, onClose }: CameraDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={CAMERA.title} size="lg" centered data-testid="camera-dialog">
      <CameraView onScan={onScan} />
    </Modal>
  );
}

function CameraView({ onScan }: Pick<CameraDialogProps, 'onScan'>) {
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<CameraTrouble>();
  const scanned = useEffectEvent(onScan);
  useEffect(() => {
    if (!video.current) return undefined;
    return readFromCamera(video.current, { onScan: (scanCode) => scanned(scanCode), onTrouble: setTrouble });
  }, []);
  if (trouble) return <TroubleNotice trouble={CAMERA_TROUBLES[trouble]} testId="camera-trouble" />;
  return (
    <>
      <div className="camera">
        <video ref={video} muted playsInline />
        <div className="camera-frame" aria-hidden="true" />
      </div>
      <p className="soft">{CAMERA.hint}</p>
    </>
  );
}
