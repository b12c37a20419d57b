import type { Dossier } from '../../domain/dossier.ts';
import type { Receiver } from '../../domain/party.ts';
import { tidyText } from '../../domain/typed-text.ts';
import type { Input } from '../../electron/contract/commands.ts';
import { DECLARATION } from '../text/hand-over-options.ts';
import type { OpenDossier } from './use-scan-answer.ts';

type Wish = Omit<Input<'dossier.handOver'>, 'commandId' | 'dossierId' | 'despiteMoneyDue'>;

export type HandOverWay = NonNullable<Wish['by']>;

/** What is asked only when somebody wants to say it: nearly always it stays as it is. */
export type HandOverOptions = {
  readonly by: HandOverWay;
  readonly postBill: string;
  readonly isSlipLost: boolean;
  /** What the receiver declared instead of the lost slip. */
  readonly declaration: string;
  /** Of a result that is made in this minute. */
  readonly resultNumber: string;
  readonly resultSigner: string;
};

/** What stands in the form of one hand-over. */
export type HandOverDraft = HandOverOptions & {
  readonly receiver: Receiver;
  readonly authorisation: string;
  readonly rating: number | undefined;
};

/** `isFound`: it was looked up, no slip was read. Then what the citizen wanted at the reception is where it goes. */
export function startHandOver({ dossier }: OpenDossier, isFound: boolean): HandOverDraft {
  return {
    receiver: receiverOf('applicant', dossier),
    authorisation: '',
    rating: undefined,
    by: isFound ? wayWanted(dossier) : 'counter',
    postBill: '',
    isSlipLost: false,
    declaration: DECLARATION,
    resultNumber: '',
    resultSigner: '',
  };
}

/** What is known of a receiver, to begin with. */
export function receiverOf(relation: Receiver['relation'], dossier: Dossier | undefined): Receiver {
  const known = {
    applicant: dossier?.applicant,
    submitter: dossier?.intake?.submitter,
    authorised: undefined,
  }[relation];
  return { relation, name: known?.name ?? '', idNumber: known?.idNumber ?? '' };
}

/** Somebody else stands here and has shown neither who they are nor that they may: the office could not answer for it. */
export function lacksProof({ receiver, authorisation, by }: HandOverDraft): boolean {
  const isUnproved = tidyText(receiver.idNumber) === '' && tidyText(authorisation) === '';
  return receiver.relation === 'authorised' && by === 'counter' && isUnproved;
}

/** A result is made in this minute: it may be said how it is signed. */
export function isMadeNow(dossier: Dossier | undefined): boolean {
  return dossier !== undefined && (dossier.status === 'received' || dossier.status === 'in-progress');
}

/** The draft as the core takes it: what was not said is not there. */
export function wishOf(draft: HandOverDraft): Wish {
  const { receiver, by, rating } = draft;
  const authorisation = tidyText(draft.authorisation);
  return {
    receiver,
    ...optionsOf(draft),
    ...(receiver.relation === 'authorised' && authorisation ? { authorisation } : {}),
    ...(rating === undefined || by !== 'counter' ? {} : { rating }),
  };
}

function optionsOf({ by, isSlipLost, ...typed }: HandOverOptions): Partial<Wish> {
  const postBill = tidyText(typed.postBill);
  const number = tidyText(typed.resultNumber);
  const signer = tidyText(typed.resultSigner);
  return {
    ...(by === 'counter' ? {} : { by }),
    ...(by === 'post' && postBill ? { postBill } : {}),
    ...(isSlipLost ? { slipLost: tidyText(typed.declaration) || DECLARATION } : {}),
    ...(number || signer ? { result: { number, signer } } : {}),
  };
}

function wayWanted(dossier: Dossier | undefined): HandOverWay {
  const wanted = dossier?.intake?.resultWanted?.at ?? 'counter';
  return wanted === 'home-by-post' ? 'post' : wanted;
}
