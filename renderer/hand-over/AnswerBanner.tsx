import type { ScanAnswer } from '../../electron/contract/views.ts';
import type { Dossier } from '../../domain/dossier.ts';
import { unreachable } from '../../domain/result.ts';
import { momentInWords } from '../text/format.ts';
import { DueMark } from '../parts/DueMark.tsx';
import { Shape, type ShapeName } from '../parts/Shape.tsx';
import { ANSWER_BODIES, ANSWER_TITLES, HAND_OVER, RELATIONS, STANDING_TITLES } from '../text/hand-over.ts';
import { APOLOGY } from '../text/hand-over-options.ts';
import { STATUS_BAR } from '../text/vi.ts';
import { isOfficeLate } from './is-office-late.ts';

type Look = { readonly tone: 'good' | 'soon' | 'bad'; readonly shape: ShapeName };

const LOOKS = {
  open: { tone: 'good', shape: 'check' },
  'handed-over': { tone: 'bad', shape: 'octagon' },
  'not-to-hand-over': { tone: 'soon', shape: 'pause' },
  'intake-unknown': { tone: 'soon', shape: 'triangle' },
  'other-unit': { tone: 'bad', shape: 'octagon' },
  'check-failed': { tone: 'bad', shape: 'octagon' },
  'not-16-digits': { tone: 'soon', shape: 'triangle' },
} satisfies Record<ScanAnswer['kind'], Look>;

/** The answer: the largest thing on the screen, to be read from two metres. */
export function AnswerBanner({ answer }: { readonly answer: ScanAnswer }) {
  const { tone, shape } = LOOKS[answer.kind];
  return (
    <output className={`answer answer-${tone}`} data-testid="scan-answer" data-kind={answer.kind}>
      <Shape name={shape} />
      <div>
        <p className="answer-title">{titleOf(answer)}</p>
        <p className="answer-body">{bodyOf(answer)}</p>
        {answer.kind === 'open' && <Apology dossier={answer.dossier} isOverdueNow={answer.lateness === 'late'} />}
      </div>
      {answer.kind === 'open' && <DueMark due={answer.lateness} large />}
    </output>
  );
}

/** After the confirmation, until the next slip. */
export function DoneBanner({ dossier }: { readonly dossier: Dossier }) {
  const done = dossier.handOver;
  return (
    <output className="answer answer-good" data-testid="scan-answer" data-kind="done">
      <Shape name="check" />
      <div>
        <p className="answer-title">{HAND_OVER.done}</p>
        {done && (
          <p className="answer-body">{HAND_OVER.doneBody(done.receiver.name, momentInWords(done.handedOverAt))}</p>
        )}
        <Apology dossier={dossier} isOverdueNow={false} />
      </div>
    </output>
  );
}

/** Said where the office was late, before the result and after it. */
function Apology({ dossier, isOverdueNow }: { readonly dossier: Dossier; readonly isOverdueNow: boolean }) {
  const promised = dossier.appointment?.at;
  if (!promised || !isOfficeLate(dossier, isOverdueNow)) return undefined;
  return (
    <p className="answer-apology" data-testid="apology">
      {APOLOGY(momentInWords(promised))}
    </p>
  );
}

function titleOf(answer: ScanAnswer): string {
  const standing = answer.kind === 'not-to-hand-over' ? STANDING_TITLES[answer.dossier.status] : undefined;
  return standing ?? ANSWER_TITLES[answer.kind];
}

function bodyOf(answer: ScanAnswer): string {
  switch (answer.kind) {
    case 'open':
      return applicantName(answer.dossier);
    case 'handed-over':
      return handedOverBody(answer.dossier);
    case 'not-to-hand-over':
      return ANSWER_BODIES.notToHandOver(applicantName(answer.dossier), answer.dossier.status);
    case 'intake-unknown':
      return ANSWER_BODIES.intakeUnknown(STATUS_BAR.station(answer.station).toLocaleLowerCase('vi'));
    case 'other-unit':
      return ANSWER_BODIES.otherUnit(answer.unitName ?? ANSWER_BODIES.unitByCode(answer.unitCode));
    case 'check-failed':
      return ANSWER_BODIES.checkFailed;
    case 'not-16-digits':
      return ANSWER_BODIES.not16Digits(answer.digits);
    default:
      return unreachable(answer);
  }
}

function applicantName({ applicant }: Dossier): string {
  return applicant?.name ?? '';
}

function handedOverBody(dossier: Dossier): string {
  const done = dossier.handOver;
  if (!done) return ANSWER_BODIES.handedOverUnknown;
  const relation = RELATIONS[done.receiver.relation].toLocaleLowerCase('vi');
  return ANSWER_BODIES.handedOver(momentInWords(done.handedOverAt), done.receiver.name, relation);
}
