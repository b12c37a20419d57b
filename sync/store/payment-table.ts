import type { Dossier } from '../../domain/dossier.ts';
import { receiptKey } from '../../domain/fees/payment.ts';
import { dateOf, type PlainDate } from '../../domain/plain-date.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { WritableDb } from './sqlite.ts';

/** Cache of the money of every dossier by its day and receipt. Written with the dossier's own row. */
export type PaymentTable = {
  readonly put: (dossier: Dossier) => void;
  readonly remove: (id: DossierId) => void;
  readonly isReceiptUsed: (key: string) => boolean;
  /** Dossiers with a payment or a refund on a day. */
  readonly dossiersPaidOn: (day: PlainDate) => readonly DossierId[];
};

const INSERT = 'INSERT INTO payment (dossier_id, log, seq, day, receipt) VALUES (@id, @log, @seq, @day, @receipt)';

export function openPaymentTable(db: WritableDb): PaymentTable {
  const insert = db.prepare(INSERT);
  const remove = db.prepare('DELETE FROM payment WHERE dossier_id = ?');
  const used = db.prepare<[string]>("SELECT 1 FROM payment WHERE receipt = ? AND receipt <> ''").pluck();
  const onDay = db
    .prepare<[string], DossierId>('SELECT DISTINCT dossier_id FROM payment WHERE day = ? ORDER BY dossier_id')
    .pluck();
  return {
    put: ({ id, payments, refunds }) => {
      remove.run(id);
      for (const { log, seq, at, receipt } of payments) {
        insert.run({ id, log, seq, day: dateOf(at), receipt: receiptKey(receipt) ?? '' });
      }
      for (const { log, seq, at } of refunds) insert.run({ id, log, seq, day: dateOf(at), receipt: '' });
    },
    remove: (id) => void remove.run(id),
    isReceiptUsed: (key) => used.get(key) !== undefined,
    dossiersPaidOn: (day) => onDay.all(day),
  };
}
