import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { clockText } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { KeyHint } from '../parts/KeyHint.tsx';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { CERTIFY } from '../text/certify.ts';
import { DRAFT, UNPRINTED } from '../text/draft.ts';
import { INTAKE, SAVED } from '../text/intake.ts';
import type { After } from './use-reception.ts';
import type { IntakeState } from './use-intake.ts';

type CommitCardProps = {
  readonly intake: IntakeState;
  /** Slips that still are not on paper. */
  readonly unprinted: number;
  readonly onCommit: (after: After) => void;
  readonly onShowUnprinted: () => void;
};

/** The two ways to finish, and above them what the clerk should know before pressing. */
export function CommitCard({ intake, unprinted, onCommit, onShowUnprinted }: CommitCardProps) {
  const texts = intake.fields.draft.isOnTheSpot ? CERTIFY : INTAKE;
  return (
    <section className="intake-commit">
      <div className="commit-notice">
        <FormNotice intake={intake} />
        <DraftNotice intake={intake} />
        {unprinted > 0 && (
          <Notice tone="soon" testId="unprinted-line">
            <span>{UNPRINTED.line(unprinted)}</span>
            <Button size="compact-sm" variant="default" data-testid="unprinted-show" onClick={onShowUnprinted}>
              {UNPRINTED.show}
            </Button>
          </Notice>
        )}
      </div>
      <div className="commit-buttons">
        <ActionButton
          size="md"
          keyName="commit"
          loading={intake.isBusy}
          isEnterStop
          testId="commit"
          onClick={() => onCommit('show')}
        >
          {texts.commit}
        </ActionButton>
        <ActionButton
          size="md"
          variant="default"
          keyName="commitAndNext"
          disabled={intake.isBusy}
          testId="commit-and-next"
          onClick={() => onCommit('next')}
        >
          {texts.commitAndNext}
        </ActionButton>
      </div>
    </section>
  );
}

type NoticeProps = { readonly intake: IntakeState };

/** One line kept above the buttons: a trouble, what is to mend, or what was kept last. */
function FormNotice({ intake }: NoticeProps) {
  const { trouble, before, restored } = intake;
  const { toMend } = intake.fields;
  const number = before?.dossier.intake?.dossierNumber;
  const name = before?.dossier.intake?.applicant.name;
  if (trouble) return <TroubleNotice trouble={trouble} testId="intake-trouble" />;
  if (restored?.note) return <Notice tone="soon">{restored.note}</Notice>;
  if (toMend) {
    return (
      <Notice tone="bad" testId="intake-to-mend">
        {toMend}
      </Notice>
    );
  }
  if (!number || !name) return undefined;
  return (
    <Notice tone="plain" testId="intake-before">
      {SAVED.strip(number, name)}
    </Notice>
  );
}

/** What waits unfinished, what was just dropped, or that typing is not on the disk. */
function DraftNotice({ intake: { drafts, restore } }: NoticeProps) {
  const { waiting, trouble, canUndo } = drafts;
  const [first, ...others] = waiting;
  if (trouble !== undefined) {
    return (
      <Notice tone="soon" testId="draft-trouble">
        {trouble}
      </Notice>
    );
  }
  if (canUndo) return <Undo onUndo={drafts.undo} />;
  if (!first) return undefined;
  return (
    <Notice tone="plain" shape="arrow" testId="draft-line">
      <span>
        {DRAFT.line(clockText(first.at), first.form.name.trim())}
        {others.length > 0 && DRAFT.more(others.length)}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        rightSection={<KeyHint name="restoreDraft" />}
        data-testid="draft-line-restore"
        onClick={() => void restore()}
      >
        {DRAFT.restore}
      </Button>
      <Button size="compact-sm" variant="subtle" data-testid="draft-line-discard" onClick={drafts.discard}>
        {DRAFT.discard}
      </Button>
    </Notice>
  );
}

function Undo({ onUndo }: { readonly onUndo: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: this one stands in its place, for the hands too.
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus();
  }, []);
  return (
    <Notice tone="plain" testId="draft-discarded">
      <span>{DRAFT.discarded}</span>
      <Button ref={button} size="compact-sm" variant="default" data-testid="draft-undo" onClick={onUndo}>
        {DRAFT.undo}
      </Button>
    </Notice>
  );
}
