import { z } from 'zod';
import type { DossierFact, Received, ResultHandedOver, StoredEvent } from '../../domain/dossier-event.ts';
import { parseLocalMoment } from '../../domain/plain-date.ts';
import { parseDossierId, parseScanCode } from '../../domain/scan-code.ts';

const moment = z.string().refine((text) => parseLocalMoment(text) !== undefined);
const phone = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('number'), digits: z.string() }),
  z.looseObject({ kind: z.literal('none') }),
]);
const paper = z.looseObject({ id: z.string(), name: z.string(), originals: z.number(), copies: z.number() });

// Only what the fold, the lists and the slip read: a newer program may add members, they travel along.
const received = z.custom<Received>((value) => receivedShape.safeParse(value).success);
const receivedShape = z.looseObject({
  scanCode: z.string().refine((text) => parseScanCode(text).ok),
  dossierNumber: z.string().min(1),
  lookUpCode: z.string(),
  registerBook: z.looseObject({ book: z.string(), number: z.number() }),
  unit: z.looseObject({ code: z.string(), name: z.string(), upperNames: z.array(z.string()) }),
  station: z.number(),
  procedure: z.looseObject({
    code: z.string(),
    name: z.string(),
    alias: z.string(),
    limit: z.looseObject({ kind: z.string() }),
    fee: z.looseObject({}),
    resultName: z.string(),
  }),
  papers: z.array(paper),
  sets: z.number(),
  applicant: z.looseObject({ name: z.string(), idNumber: z.string(), phone, address: z.string() }),
  receivedAt: moment,
  appointment: z.looseObject({ at: moment, basis: z.looseObject({ kind: z.string() }), daysOff: z.array(z.unknown()) }),
});

const handedOver = z.custom<ResultHandedOver>((value) => handedOverShape.safeParse(value).success);
const handedOverShape = z.looseObject({
  receiver: z.looseObject({ relation: z.string(), name: z.string(), idNumber: z.string() }),
  handedOverAt: moment,
});

/**
 * The fact an event states. `unknown-kind`: written by a newer program, or none of a dossier's; kept as it is.
 * `unreadable`: a kind this program knows, in a shape it cannot use; kept and flagged.
 */
export function readFact(event: StoredEvent): DossierFact | 'unknown-kind' | 'unreadable' {
  const dossierId = parseDossierId(event.dossierId);
  switch (event.kind) {
    case 'received': {
      const payload = received.safeParse(event.payload);
      if (!dossierId || !payload.success || !payload.data.scanCode.startsWith(dossierId)) return 'unreadable';
      return { kind: 'received', dossierId, payload: payload.data };
    }
    case 'result-handed-over': {
      const payload = handedOver.safeParse(event.payload);
      if (!dossierId || !payload.success) return 'unreadable';
      return { kind: 'result-handed-over', dossierId, payload: payload.data };
    }
    default:
      return 'unknown-kind';
  }
}
