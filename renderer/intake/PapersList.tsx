import { Checkbox } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { RequiredPaper } from '../../domain/procedure.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Blank } from '../parts/Blank.tsx';
import { FieldNote } from '../parts/Field.tsx';
import { INTAKE, PAPER_REMARKS } from '../text/intake.ts';
import type { FieldsProps } from './fields-props.ts';
import { type PaperDraft, paperDraft, withPaper } from './intake-draft.ts';

type PapersListProps = FieldsProps & {
  /** Ids of required papers that are still to tick, once that is said. */
  readonly missing: readonly string[];
  readonly onTickUsual: () => void;
};

/** What the procedure asks for, nothing beyond: ticked one by one with the paper in hand, or the usual set at once. */
export function PapersList({ draft, errors, missing, onChange, onLeave, onTickUsual }: PapersListProps) {
  const papers = draft.procedure?.requiredPapers ?? [];
  return (
    <section className="card intake-papers">
      <header className="card-head">
        <h2>{INTAKE.papers}</h2>
        {papers.length > 0 && (
          <ActionButton variant="default" size="xs" keyName="tickUsualPapers" testId="tick-usual" onClick={onTickUsual}>
            {INTAKE.tickUsual}
          </ActionButton>
        )}
      </header>
      {papers.length === 0 ? (
        <Blank title={draft.procedure ? INTAKE.noPapers : INTAKE.papersEmpty} />
      ) : (
        // The keys of the boxes inside arrive here; nothing on this element is pressed itself.
        <div className="papers" role="presentation" onKeyDown={moveBetweenPapers}>
          <div className="paper paper-head" aria-hidden="true">
            <span />
            <span>{INTAKE.originals}</span>
            <span>{INTAKE.copies}</span>
          </div>
          {papers.map((paper) => (
            <PaperRow
              key={paper.id}
              paper={paper}
              state={paperDraft(draft, paper)}
              isMissing={missing.includes(paper.id)}
              onChange={(part) => onChange({ papers: withPaper(draft, paper, part).papers })}
            />
          ))}
        </div>
      )}
      <div className="papers-foot">
        <FieldNote error={errors.papers ?? errors.sets} />
        <label className="sets">
          {INTAKE.sets}
          <input
            className="count"
            inputMode="numeric"
            maxLength={2}
            value={draft.sets}
            aria-invalid={errors.sets !== undefined}
            data-field="sets"
            data-testid="sets"
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => onChange({ sets: event.currentTarget.value })}
            onBlur={() => onLeave('sets')}
          />
        </label>
      </div>
    </section>
  );
}

type PaperRowProps = {
  readonly paper: RequiredPaper;
  readonly state: PaperDraft;
  readonly isMissing: boolean;
  readonly onChange: (part: Partial<PaperDraft>) => void;
};

function PaperRow({ paper, state, isMissing, onChange }: PaperRowProps) {
  const remarks = [PAPER_REMARKS[paper.mode], paper.required ? '' : (paper.condition ?? INTAKE.optional)];
  const remark = remarks.filter(Boolean).join(' · ');
  return (
    <div className={`paper ${isMissing ? 'paper-missing' : ''} ${state.ticked ? 'paper-ticked' : ''}`}>
      <Checkbox
        checked={state.ticked}
        aria-invalid={isMissing}
        label={paper.name}
        {...(remark ? { description: remark } : {})}
        data-paper={paper.id}
        data-testid={`paper-${paper.id}`}
        onChange={(event) => onChange({ ticked: event.currentTarget.checked })}
      />
      <Count
        label={`${INTAKE.originals}: ${paper.name}`}
        value={state.originals}
        testId={`paper-${paper.id}-originals`}
        onText={(originals) => onChange({ originals })}
      />
      <Count
        label={`${INTAKE.copies}: ${paper.name}`}
        value={state.copies}
        testId={`paper-${paper.id}-copies`}
        onText={(copies) => onChange({ copies })}
      />
    </div>
  );
}

type CountProps = {
  readonly label: string;
  readonly value: string;
  readonly testId: string;
  readonly onText: (text: string) => void;
};

/** Enter passes these over: the numbers the procedure asks for are nearly always right. */
function Count({ label, value, testId, onText }: CountProps) {
  return (
    <input
      className="count"
      aria-label={label}
      inputMode="numeric"
      maxLength={2}
      value={value}
      data-enter-skip
      data-testid={testId}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => onText(event.currentTarget.value.replace(/\D/g, ''))}
    />
  );
}

/** Up and down between papers, as in any list. */
function moveBetweenPapers(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.ctrlKey) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  const row = event.target instanceof Element ? event.target.closest('.paper') : null;
  const at = boxes.findIndex((box) => row?.contains(box));
  boxes[at + step]?.focus();
  event.preventDefault();
}
