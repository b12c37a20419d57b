import type { FactPlace, OnPaper } from '../lifecycle/dossier-fact.ts';
import type { CourseStep, Verdict } from '../lifecycle/course.ts';
import type { DossierState } from '../lifecycle/dossier-state.ts';
import type { LocalMoment } from '../plain-date.ts';
import type { OnTimeClass } from '../time/on-time.ts';

/** Who gives or receives a dossier (giao, nhận hồ sơ); `receiver` is who takes the result home. */
export type ControlBody = 'counter' | 'specialist' | 'leader' | 'upstream' | 'receiver';

/** One side of a hop. Absent what is not known here, or has not happened. */
export type ControlSide = { readonly by: ControlBody; readonly at?: LocalMoment; readonly person?: string };

/** One block of the control sheet: the dossier went from hand to hand. */
export type ControlHop = {
  /** The fact that began it. */
  readonly place: FactPlace;
  readonly given: ControlSide;
  readonly received: ControlSide;
  /** How the work that ended with it was done. */
  readonly class?: OnTimeClass;
  /** What was written with it; empty for nothing. */
  readonly note: string;
  /** It does not count, but it stays. `rejected`: the receiving side did not take it. */
  readonly mark?: Exclude<Verdict, 'applied'> | 'rejected';
};

/** The hop that one step is by itself. Undefined where nothing changed hands, and for the second half of a hop. */
export function hopOf(step: CourseStep): ControlHop | undefined {
  return internalHop(step) ?? upstreamHop(step) ?? resultHop(step);
}

/** The second half of a hop over the way (`up`, `down`): who took it at the other end, and when. */
export type Arrival = {
  readonly way: 'up' | 'down';
  readonly received: ControlSide;
  /** Why it was not taken. */
  readonly rejectedFor?: string;
};

export function arrivalOf({ fact }: CourseStep): Arrival | undefined {
  switch (fact.kind) {
    case 'transfer-received':
      return {
        way: 'up',
        received: side('upstream', fact.payload.at, upstreamPerson(fact.payload.onPaper, fact.actor)),
      };
    case 'transfer-rejected': {
      const { at, onPaper, reason } = fact.payload;
      return {
        way: 'up',
        received: side('upstream', at, upstreamPerson(onPaper, fact.actor)),
        rejectedFor: reason,
      };
    }
    case 'upstream-result-arrived':
      return { way: 'down', received: side('counter', fact.payload.at, fact.actor) };
    default:
      return undefined;
  }
}

function internalHop({ fact, verdict }: CourseStep): ControlHop | undefined {
  const hop = (given: ControlSide, received: ControlSide, note = ''): ControlHop =>
    blockOf(fact, verdict, { given, received, note });
  switch (fact.kind) {
    case 'processing-started': {
      const { at, specialist } = fact.payload;
      return hop(side('counter', at, fact.actor), side('specialist', at, specialist));
    }
    case 'signature-requested':
      return hop(side('specialist', fact.payload.at, fact.actor), side('leader', fact.payload.at), fact.payload.note);
    case 'signature-declined':
      return hop(side('leader', fact.payload.at, fact.actor), side('specialist', fact.payload.at), fact.payload.reason);
    case 'payment-duty-notified':
    case 'commune-part-finished': {
      const note = fact.kind === 'commune-part-finished' ? fact.payload.note : fact.payload.noticeNumber;
      return hop(side('specialist', fact.payload.at, fact.actor), side('counter', fact.payload.at), note);
    }
    case 'supplement-received':
    case 'payment-duty-met':
      return hop(side('counter', fact.payload.at, fact.actor), side('specialist', fact.payload.at));
    default:
      return undefined;
  }
}

function resultHop({ fact, verdict, from }: CourseStep): ControlHop | undefined {
  const hop = (given: ControlSide, received: ControlSide, note = ''): ControlHop =>
    blockOf(fact, verdict, { given, received, note });
  switch (fact.kind) {
    case 'result-issued':
    case 'resolution-refused': {
      const { at, result } = fact.payload;
      const giver =
        from === 'awaiting-signature' ? side('leader', at, result.signer) : side('specialist', at, fact.actor);
      return hop(giver, side('counter', at), fact.kind === 'resolution-refused' ? fact.payload.reason : '');
    }
    case 'upstream-result-issued':
      return hop(side('upstream', fact.payload.at, fact.payload.result.signer), { by: 'counter' });
    case 'result-handed-over': {
      const { handedOverAt, receiver } = fact.payload;
      return hop(side('counter', handedOverAt, fact.actor), side('receiver', handedOverAt, receiver.name));
    }
    default:
      return undefined;
  }
}

function upstreamHop({ fact, verdict, from }: CourseStep): ControlHop | undefined {
  const hop = (given: ControlSide, received: ControlSide, note = ''): ControlHop =>
    blockOf(fact, verdict, { given, received, note });
  switch (fact.kind) {
    case 'transfer-sent':
      return hop(side('counter', fact.payload.at, fact.actor), { by: 'upstream' }, fact.payload.batch);
    case 'upstream-returned': {
      const { at, reason, onPaper } = fact.payload;
      return hop(
        side('upstream', at, upstreamPerson(onPaper, fact.actor)),
        counterSide(at, onPaper, fact.actor),
        reason,
      );
    }
    case 'supplement-requested': {
      const { at, reason, onPaper } = fact.payload;
      const giver = holderIn(from);
      if (giver === 'counter') return undefined;
      return hop(side(giver, at, onPaper?.signer), side('counter', at, fact.actor), reason);
    }
    default:
      return undefined;
  }
}

function blockOf(
  { log, seq }: FactPlace,
  verdict: Verdict,
  block: Pick<ControlHop, 'given' | 'received' | 'note'>,
): ControlHop {
  return { place: { log, seq }, ...block, ...(verdict === 'applied' ? {} : { mark: verdict }) };
}

/** Who has the paper in the states in which a supplement may be asked for. */
function holderIn(state: DossierState | 'intake-unknown'): 'counter' | 'specialist' | 'upstream' {
  if (state === 'upstream-in-progress') return 'upstream';
  return state === 'in-progress' ? 'specialist' : 'counter';
}

/** The clerk who enters a paper of the body above has it in hand; what that body's own program wrote has yet to come. */
function counterSide(at: LocalMoment, onPaper: OnPaper | undefined, actor: string): ControlSide {
  return onPaper ? side('counter', at, actor) : { by: 'counter' };
}

function upstreamPerson(onPaper: OnPaper | undefined, actor: string): string {
  return onPaper?.signer ?? actor;
}

function side(by: ControlBody, at: LocalMoment, person?: string): ControlSide {
  return { by, at, ...(person === undefined || person === '' ? {} : { person }) };
}
