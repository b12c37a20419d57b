import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import type { ProcedureOnDay } from '../../domain/procedure-versions.ts';
import { Shape } from '../parts/Shape.tsx';
import {
  basisText,
  channelTexts,
  holdsText,
  levelText,
  namesText,
  NEWS_TEXTS,
  nextVersionText,
  PROCEDURES,
  stepText,
} from '../text/procedures.ts';
import { FeeLines } from './FeeLines.tsx';
import { LimitLines } from './LimitLines.tsx';
import { PapersTable } from './PapersTable.tsx';
import { VersionChanges } from './VersionChanges.tsx';

type ProcedureSheetProps = {
  readonly shown: ProcedureOnDay;
  readonly upperNames: readonly string[];
  readonly place: RefObject<HTMLElement | null>;
  readonly onLeave: () => void;
};

/** All that is known of one procedure. Has the focus to be scrolled by keys; Esc goes back to the search. */
export function ProcedureSheet({ shown, upperNames, place, onLeave }: ProcedureSheetProps) {
  const { procedure, holds, news, next, versions } = shown;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onLeave();
  };
  return (
    // Esc is heard wherever the focus is within.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      className="card procedure-sheet"
      ref={place}
      // What scrolls must be reached by keys.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={procedure.name}
      data-testid="procedure-sheet"
      data-code={procedure.code}
      data-holds={holds}
      data-news={news}
      onKeyDown={onKeyDown}
    >
      <header>
        <h1>{procedure.alias}</h1>
        <p>{procedure.name}</p>
        <p className="soft">
          {procedure.code} · {procedure.field} · {levelText(procedure.level, upperNames)}
        </p>
        <p className="procedure-holds">
          <Shape name={holds === 'in-force' ? 'check' : 'pause'} /> {holdsText(shown)}
          {news && ` · ${NEWS_TEXTS[news]}`}
        </p>
        {next && <p>{nextVersionText(next)}</p>}
      </header>
      <Part title={PROCEDURES.papers}>
        <PapersTable papers={procedure.requiredPapers} />
      </Part>
      <Part title={PROCEDURES.limit}>
        <LimitLines procedure={procedure} isInForce={holds === 'in-force'} />
      </Part>
      <Part title={PROCEDURES.fees}>
        <FeeLines procedure={procedure} />
      </Part>
      <Part title={PROCEDURES.decides}>
        {procedure.linkedSteps ? (
          <ol className="procedure-steps">
            {procedure.linkedSteps.map((step) => (
              <li key={step.name}>{stepText(step, upperNames)}</li>
            ))}
          </ol>
        ) : (
          <p>{levelText(procedure.level, upperNames)}</p>
        )}
      </Part>
      {procedure.resultName !== '' && <Part title={PROCEDURES.result}>{procedure.resultName}</Part>}
      <Part title={PROCEDURES.channels}>
        {channelTexts(procedure).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Part>
      <Part title={PROCEDURES.bases}>{basisText(procedure)}</Part>
      <Part title={PROCEDURES.names}>{namesText(procedure)}</Part>
      <Part title={PROCEDURES.changes}>
        <VersionChanges versions={versions} />
      </Part>
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="procedure-part">
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
