import { Modal, NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { PrinterView } from '../../electron/contract/print-views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { SlipPicture } from '../parts/SlipPicture.tsx';
import { PRINTER_FIELDS, PRINTER_MODELS, PRINTING_SCREEN } from '../text/printing.ts';
import { COMMON } from '../text/vi.ts';
import { useAnswer } from '../use-answer.ts';
import { PrinterFields } from './PrinterFields.tsx';
import { PrinterSaid } from './PrinterSaid.tsx';
import { usePaperAsked } from './use-paper-asked.ts';
import { usePrinterCondition } from './use-printer-condition.ts';
import { useSlipPrinter } from './use-slip-printer.ts';

type CardProps = { readonly printer: PrinterView; readonly onChanged: () => void };

const NOTHING = {};
const NO_TOPICS: readonly PushTopic[] = [];

/** The thermal printer: where it is, which model, whether it is well, and a page to see what it prints. */
export function SlipPrinterCard({ printer, onChanged }: CardProps) {
  const settings = useSlipPrinter(printer, onChanged);
  const condition = usePrinterCondition('slip');
  const asked = usePaperAsked();
  const [shownJob, setShownJob] = useState<number>();
  // A kept screen that is left must not leave its dialog behind.
  useEffect(() => () => setShownJob(undefined), []);
  const test = async (): Promise<void> => {
    const jobId = await asked.slip({ slip: 'test' }, PRINTING_SCREEN.testQueued);
    if (printer.choice.kind === 'virtual') setShownJob(jobId);
  };
  return (
    <section className="card" data-testid="slip-printer">
      <h2>{PRINTING_SCREEN.slipPrinter}</h2>
      <PrinterFields printer={settings.draft} error={settings.error} onPrinter={settings.change}>
        <ModelField modelId={settings.modelId} onModel={settings.changeModel} />
      </PrinterFields>
      <div className="printer-acts">
        <ActionButton testId="printer-save" onClick={() => void settings.save()}>
          {PRINTING_SCREEN.save}
        </ActionButton>
        <ActionButton
          variant="default"
          testId="printer-ask"
          loading={condition.isAsking}
          disabled={settings.isChanged}
          onClick={() => void condition.ask()}
        >
          {PRINTING_SCREEN.ask}
        </ActionButton>
        <ActionButton
          variant="default"
          testId="printer-test"
          disabled={settings.isChanged || printer.choice.kind === 'none'}
          onClick={() => void test()}
        >
          {PRINTING_SCREEN.test}
        </ActionButton>
        <output className="soft" data-testid="printer-note">
          {settings.note ?? asked.note}
        </output>
        {settings.isChanged && <span className="soft">{PRINTING_SCREEN.saveFirst}</span>}
      </div>
      <PrinterSaid condition={condition} />
      {settings.trouble && <TroubleNotice trouble={settings.trouble} />}
      {asked.trouble && <TroubleNotice trouble={asked.trouble} />}
      <TestPicture jobId={shownJob} onClose={() => setShownJob(undefined)} />
    </section>
  );
}

type TestPictureProps = { readonly jobId: number | undefined; readonly onClose: () => void };

/** What would have come out, where slips are drawn on the screen. */
function TestPicture({ jobId, onClose }: TestPictureProps) {
  return (
    <Modal opened={jobId !== undefined} onClose={onClose} title={PRINTING_SCREEN.testPicture} size="lg" centered>
      <div className="test-picture" data-testid="test-picture">
        <SlipPicture jobId={jobId} />
      </div>
      <div className="dialog-actions">
        <ActionButton variant="default" keyName="back" isAutoFocused onClick={onClose}>
          {COMMON.close}
        </ActionButton>
      </div>
    </Modal>
  );
}

type ModelFieldProps = { readonly modelId: string; readonly onModel: (modelId: string) => void };

function ModelField({ modelId, onModel }: ModelFieldProps) {
  const { latest: models = [] } = useAnswer('printer.models', NOTHING, NO_TOPICS);
  return (
    <NativeSelect
      label={PRINTER_FIELDS.model}
      data={models.map(({ id }) => ({ value: id, label: PRINTER_MODELS[id] ?? id }))}
      value={modelId}
      data-testid="printer-model"
      onChange={(event) => onModel(event.currentTarget.value)}
    />
  );
}
