import './scan.css';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { groupedScanCode, type ScanCode } from '../../domain/scan-code.ts';
import { TEST_SCAN_CODE } from '../../domain/slips/test-slip.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Shape } from '../parts/Shape.tsx';
import { SCAN_TEST } from '../text/scan.ts';
import { COMMON } from '../text/vi.ts';
import { CameraDialog } from './CameraDialog.tsx';
import { useHearer, type Via } from './heard.ts';
import type { Trial } from './scan-trial.ts';
import { useScanTrial } from './use-scan-trial.ts';

type ScanTestProps = { readonly opened: boolean; readonly onClose: () => void };

/** Shows whether scanner and camera read our slips, and what to change on a scanner that does not. Opens no dossier. */
export function ScanTest({ opened, onClose }: ScanTestProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={SCAN_TEST.title} size="lg" centered>
      <ScanTestView onClose={onClose} />
    </Modal>
  );
}

/** What was read last, and by which way. `trial`: the keys of a scanner that types. */
type Tried = {
  readonly via: Via | 'camera';
  readonly read: 'slip' | 'card-id' | 'nothing';
  readonly scanCode: ScanCode | undefined;
  readonly trial?: Trial;
};

function ScanTestView({ onClose }: Pick<ScanTestProps, 'onClose'>) {
  const [tried, setTried] = useState<Tried>();
  const [isCameraOpen, setCameraOpen] = useState(false);
  const seeByOtherWay = (via: 'serial' | 'camera', scanCode: ScanCode | undefined): void =>
    setTried({ via, read: scanCode ? 'slip' : 'nothing', scanCode });
  // Whatever is scanned ends here; what a typing scanner sent is measured key by key.
  useHearer('dialog', (heard, via) => {
    if (via === 'serial') seeByOtherWay(via, heard.kind === 'slip' ? heard.scanCode : undefined);
    return true;
  });
  return (
    <div className="scan-test" tabIndex={-1} data-autofocus data-testid="scan-test">
      <p>{SCAN_TEST.body}</p>
      {!isCameraOpen && <Keys onTrial={(trial) => setTried({ ...trial, via: 'wedge', trial })} />}
      <Answer tried={tried} />
      {tried && <Facts tried={tried} />}
      {tried && <Advice tried={tried} />}
      <div className="dialog-actions">
        <ActionButton variant="default" testId="scan-test-camera" onClick={() => setCameraOpen(true)}>
          {SCAN_TEST.camera}
        </ActionButton>
        <ActionButton variant="default" keyName="back" onClick={onClose}>
          {COMMON.close}
        </ActionButton>
      </div>
      <CameraDialog
        opened={isCameraOpen}
        onClose={() => setCameraOpen(false)}
        onScan={(scanCode) => {
          setCameraOpen(false);
          seeByOtherWay('camera', scanCode);
        }}
      />
    </div>
  );
}

/** Not while the camera's dialog lies on top: digits are typed there. */
function Keys({ onTrial }: { readonly onTrial: (trial: Trial) => void }) {
  useScanTrial(onTrial);
  return undefined;
}

function Answer({ tried }: { readonly tried: Tried | undefined }) {
  if (!tried) return <p className="scan-test-answer soft">{SCAN_TEST.waiting}</p>;
  const isRead = tried.read !== 'nothing';
  return (
    <output
      className={`scan-test-answer tone-${isRead ? 'good' : 'bad'}`}
      data-testid="scan-test-answer"
      data-read={tried.read}
      data-via={tried.via}
    >
      <Shape name={isRead ? 'circle' : 'octagon'} />
      {answerText(tried)}
    </output>
  );
}

function answerText({ read, scanCode }: Tried): string {
  if (read === 'nothing') return SCAN_TEST.notRead;
  if (read === 'card-id') return SCAN_TEST.read.card;
  return scanCode === TEST_SCAN_CODE ? SCAN_TEST.read.test : SCAN_TEST.read.slip;
}

function Facts({ tried: { via, scanCode, trial } }: { readonly tried: Tried }) {
  const rows: readonly (readonly [string, string])[] = [
    [SCAN_TEST.facts.via, SCAN_TEST.via[via]],
    ...(scanCode ? [[SCAN_TEST.facts.code, groupedScanCode(scanCode)] as const] : []),
    ...(trial ? measuredRows(trial) : []),
  ];
  return (
    <dl className="scan-test-facts" data-testid="scan-test-facts">
      {rows.map(([name, text]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function measuredRows(trial: Trial): readonly (readonly [string, string])[] {
  const { facts } = SCAN_TEST;
  return [
    [facts.keys, String(trial.keys)],
    [facts.gap, SCAN_TEST.gap(Math.round(trial.meanGapMs), Math.round(trial.longestGapMs))],
    [facts.end, trial.ends.join(', ') || SCAN_TEST.noEnd],
    [facts.around, SCAN_TEST.around(trial.prefix, trial.suffix)],
    [facts.layout, trial.isOtherLayout ? SCAN_TEST.otherLayout : SCAN_TEST.usualLayout],
  ];
}

function Advice({ tried: { read, trial } }: { readonly tried: Tried }) {
  const advice = trial?.advice ?? [];
  return (
    <div className="scan-test-advice" data-testid="scan-test-advice" data-advice={advice.join(' ')}>
      {advice.map((name) => (
        <Notice key={name} tone={read === 'nothing' ? 'bad' : 'soon'}>
          {SCAN_TEST.advice[name]}
        </Notice>
      ))}
      {advice.length === 0 && read !== 'nothing' && <Notice tone="good">{SCAN_TEST.allRight}</Notice>}
    </div>
  );
}
