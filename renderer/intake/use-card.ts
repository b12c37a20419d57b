import { useEffect, useEffectEvent, useState } from 'react';
import type { CitizenCardRefusal } from '../../domain/people/citizen-card.ts';
import { plainId } from '../../domain/people/citizen-id.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { KnownPerson } from '../../electron/contract/views.ts';
import { attempt } from '../bridge.ts';
import { dateText } from '../text/format.ts';
import type { Tone } from '../parts/Notice.tsx';
import { type Heard, useHearer } from '../scan/heard.ts';
import { playSound } from '../scan/sound.ts';
import { CARD, cardTroubleText } from '../text/scan.ts';
import { type CardFacts, fromCard, type FromCard, fromKnown } from './card-into-draft.ts';
import type { IntakeDraft } from './intake-draft.ts';

export type CardNote = {
  readonly tone: Tone;
  readonly text: string;
  /** The fields it speaks of: as soon as they are another's, it is over. Absent: it is over with the next change. */
  readonly idNumber?: string;
};

export type CardReading = {
  /** What the last card did, or why it did nothing. */
  readonly note: CardNote | undefined;
  /** Fields that hold something else than the card: may it be written over? */
  readonly asked: FromCard['differs'] | undefined;
  readonly isCameraOpen: boolean;
  readonly openCamera: () => void;
  readonly closeCamera: () => void;
  readonly replace: () => void;
  readonly leaveAsIs: () => void;
  /** Answers whether it was a card. */
  readonly take: (heard: Heard) => boolean;
};

type Waiting = { readonly filled: FromCard; readonly card: CardFacts; readonly said: CardNote };

/** A citizen card fills the applicant: its number from a scanner that types, all of it from a camera or a serial port. */
export function useCard(draft: IntakeDraft, change: (part: Partial<IntakeDraft>) => void): CardReading {
  const [note, setNote] = useCardNote(draft);
  const [waiting, setWaiting] = useState<Waiting>();
  const [isCameraOpen, setCameraOpen] = useState(false);

  const fill = ({ filled, card, said }: Waiting): void => {
    setWaiting(undefined);
    change(filled.part);
    setNote(said);
    if (draft.kind !== 'person') return;
    void fillKnown(card.idNumber, { ...draft, ...filled.part }, change).then((text) => {
      if (text !== undefined) setNote({ ...said, text: `${said.text} ${text}` });
    });
  };
  const offer = (card: CardFacts, said: Omit<CardNote, 'idNumber'>): void => {
    playSound('good');
    const wish = { filled: fromCard(draft, card), card, said: { ...said, idNumber: card.idNumber } };
    if (wish.filled.differs.length === 0) fill(wish);
    else setWaiting(wish);
  };
  const refuse = (refusal: CitizenCardRefusal): void => {
    const text = cardTroubleText(refusal);
    const found = foundIn(refusal);
    if (found) offer(found, { tone: 'soon', text });
    else {
      playSound('bad');
      setNote({ tone: 'bad', text });
    }
  };
  const take = (heard: Heard): boolean => {
    if (heard.kind === 'card-id') offer(heard, { tone: 'good', text: CARD.filledId(heard.idNumber) });
    else if (heard.kind === 'card') offer(heard.card, { tone: 'good', text: CARD.filled(heard.card.idNumber) });
    else if (heard.kind === 'card-trouble') refuse(heard.refusal);
    return heard.kind === 'card-id' || heard.kind === 'card' || heard.kind === 'card-trouble';
  };
  useHearer('screen', take);
  useLeave(() => {
    setWaiting(undefined);
    setCameraOpen(false);
  });
  return {
    note,
    asked: waiting?.filled.differs,
    isCameraOpen,
    openCamera: () => setCameraOpen(true),
    closeCamera: () => setCameraOpen(false),
    replace: () => waiting && fill(waiting),
    leaveAsIs: () => setWaiting(undefined),
    take,
  };
}

/** A kept screen that is left must leave neither a question nor a running camera behind. */
function useLeave(close: () => void): void {
  const leave = useEffectEvent(close);
  useEffect(() => () => leave(), []);
}

/** A note that is over by itself when the form is another's. */
function useCardNote(draft: IntakeDraft): readonly [CardNote | undefined, (note: CardNote) => void] {
  const [said, setSaid] = useState<{ readonly note: CardNote; readonly draft: IntakeDraft }>();
  const isShown = said !== undefined && isStill(said.note, said.draft, draft);
  return [isShown ? said.note : undefined, (note) => setSaid({ note, draft })];
}

function isStill({ idNumber }: CardNote, before: IntakeDraft, draft: IntakeDraft): boolean {
  if (idNumber === undefined) return before === draft;
  return [draft.idNumber, draft.submitterId].some((id) => plainId(id) === plainId(idNumber));
}

/** What is good of a card that could not be read wholly. */
function foundIn(refusal: CitizenCardRefusal): CardFacts | undefined {
  if (refusal.code === 'garbled') return { idNumber: refusal.idNumber };
  return refusal.code === 'incomplete' ? refusal.found : undefined;
}

/** Somebody who was here before: what is still empty is filled, and said. A core that does not answer fills nothing. */
async function fillKnown(
  idNumber: string,
  draft: IntakeDraft,
  change: (part: Partial<IntakeDraft>) => void,
): Promise<string | undefined> {
  const suggested = await attempt('person.suggest', { typed: idNumber });
  const known = suggested.ok ? suggested.value.find((person) => isBearer(person, idNumber)) : undefined;
  if (!known) return undefined;
  change(fromKnown(draft, known.applicant));
  return CARD.known(known.applicant.name, dateText(dateOf(known.lastAt)));
}

function isBearer({ applicant }: KnownPerson, idNumber: string): boolean {
  return applicant.kind === 'person' && plainId(applicant.idNumber) === plainId(idNumber);
}
