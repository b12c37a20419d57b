import type { Dossier } from '../../domain/dossier.ts';
import { type PaymentMethod, paymentState } from '../../domain/fees/payment.ts';
import type { Act, ActKind, ActOf } from '../../domain/lifecycle/act.ts';
import type { DossierFactKind } from '../../domain/lifecycle/dossier-fact.ts';
import { addDays, dateOf } from '../../domain/plain-date.ts';
import { type Site, todayAt } from './site.ts';

const BASIS = { text: 'Khoản 2 Điều 17 Nghị định 61/2018/NĐ-CP', approver: 'Nguyễn Quang Lợi' };
const SIGNER = 'Nguyễn Quang Lợi';
const PAPERS = [{ id: 'identity', name: 'Giấy tờ tùy thân', originals: 1, copies: 0 }];
const MISSING = [{ id: 'identity', name: 'Giấy tờ tùy thân', note: 'đã hết hạn' }];
const METHODS: readonly PaymentMethod[] = ['cash', 'cash', 'transfer', 'online'];
/** Where only the program may say which one: none that is there. */
const NOWHERE = { log: '08305.01.none', seq: 1 };

/** Money that was taken was taken, and a slip that was given was given, wherever the dossier stood. */
const IN_SOMEBODYS_HAND: ReadonlySet<DossierFactKind> = new Set<DossierFactKind>([
  'received',
  'fee-collected',
  'fee-refunded',
]);

type Makers = { readonly [K in ActKind]: (site: Site, dossier: Dossier) => ActOf<K> };

const reasoned = <K extends 'withdrawn' | 'stopped' | 'voided' | 'signature-declined'>(kind: K, reason: string) =>
  // One member of the union by its kind, which the compiler does not put together again.
  ({ kind, reason }) as ActOf<K>;

/** What a clerk would type for each act, whether or not it is the time for it. */
const MAKERS: Makers = {
  'processing-started': (site, dossier) => ({
    kind: 'processing-started',
    specialist: SIGNER,
    ...agreed(site, dossier),
  }),
  'signature-requested': () => ({ kind: 'signature-requested', note: 'Trình ký' }),
  'signature-declined': () => reasoned('signature-declined', 'Sai thể thức'),
  'result-issued': (site) => ({ kind: 'result-issued', result: signed(site) }),
  'resolution-refused': (site) => ({
    kind: 'resolution-refused',
    result: signed(site),
    reason: 'Không đủ điều kiện',
  }),
  'supplement-requested': (site, dossier) => ({
    kind: 'supplement-requested',
    missing: MISSING,
    reason: 'Giấy tờ hết hạn',
    respondBy: addDays(todayAt(site), site.chance.between(2, 9)),
    ...(dossier.supplementsAsked > 0 ? { basis: BASIS } : {}),
    ...(dossier.status === 'upstream-in-progress' ? { onPaper: paper(site) } : {}),
  }),
  'supplement-received': (site, dossier) => ({
    kind: 'supplement-received',
    papers: PAPERS,
    ...agreed(site, dossier),
  }),
  'payment-duty-notified': (site) => ({
    kind: 'payment-duty-notified',
    noticeNumber: `${site.chance.between(1, 900)}/TB`,
  }),
  'payment-duty-met': (site, dossier) => ({
    kind: 'payment-duty-met',
    receiptNumber: `KB-${site.chance.between(1, 9_999)}`,
    ...agreed(site, dossier),
  }),
  'commune-part-finished': () => ({ kind: 'commune-part-finished', note: '' }),
  'upstream-returned': (site) => ({
    kind: 'upstream-returned',
    reason: 'Chưa rõ nơi cư trú',
    pausesLimit: site.chance.is(0.5),
    onPaper: paper(site),
  }),
  'upstream-result-issued': (site) => ({
    kind: 'upstream-result-issued',
    result: signed(site),
    isRefusal: site.chance.is(0.1),
  }),
  withdrawn: () => reasoned('withdrawn', 'Công dân không còn nhu cầu'),
  stopped: () => reasoned('stopped', 'Quá hạn bổ sung'),
  voided: () => reasoned('voided', 'Nhập thử'),
  'apology-issued': (site, dossier) => ({
    kind: 'apology-issued',
    reason: 'Người ký đi công tác',
    newDate: addDays(laterOf(todayAt(site), dossier), site.chance.between(1, 5)),
    signer: SIGNER,
    toldBy: site.chance.pick(['paper', 'phone', 'text', 'e-mail', 'post'] as const),
    ...(dossier.apologies.length > 0 ? { basis: BASIS } : {}),
  }),
  'appointment-changed': (site) => ({
    kind: 'appointment-changed',
    date: addDays(todayAt(site), site.chance.between(1, 10)),
    reason: 'Luật thay đổi',
    basis: BASIS,
  }),
  'step-undone': (_site, { lastUndoable }) => ({
    kind: 'step-undone',
    undoes: lastUndoable ? { log: lastUndoable.log, seq: lastUndoable.seq } : NOWHERE,
    reason: 'Bấm nhầm',
  }),
  'details-corrected': (site, { applicant }) => ({
    kind: 'details-corrected',
    applicant: {
      name: applicant?.name ?? 'Hà Thị Mơ',
      idNumber: applicant?.idNumber ?? '',
      phone: applicant?.phone.kind === 'number' ? applicant.phone.digits : '',
      address: `Khu ${site.chance.between(1, 12)}, xã Xuân Viên`,
    },
    reason: 'Gõ nhầm địa chỉ',
  }),
  'fees-assessed': (site) => ({
    kind: 'fees-assessed',
    typed: { feeVnd: 0, dutyVnd: site.chance.pick([0, 5_000, 8_000]) },
    reason: 'Mức của tỉnh',
  }),
  'fee-collected': (site, dossier) => {
    const { restVnd } = moneyOf(dossier);
    const isInParts = site.chance.is(0.2) && restVnd.fee > 0 && restVnd.duty > 0;
    const receipt = site.chance.is(0.95) ? site.receipts.next() : ({ kind: 'none' } as const);
    const money = { feeVnd: restVnd.fee, dutyVnd: isInParts ? 0 : restVnd.duty };
    return { kind: 'fee-collected', ...money, method: site.chance.pick(METHODS), receipt };
  },
  'fee-refunded': (site, dossier) => {
    const { paidVnd } = moneyOf(dossier);
    const money = { feeVnd: Math.max(0, paidVnd.fee), dutyVnd: Math.max(0, paidVnd.duty) };
    return { kind: 'fee-refunded', ...money, method: site.chance.pick(METHODS), reason: 'Thu thừa' };
  },
  'contradiction-settled': (site, { anomalies }) => {
    const anomaly = site.chance.find(anomalies);
    return {
      kind: 'contradiction-settled',
      of: anomaly ? { log: anomaly.log, seq: anomaly.seq } : NOWHERE,
      accepts: (anomaly !== undefined && IN_SOMEBODYS_HAND.has(anomaly.kind)) || site.chance.is(0.4),
      reason: 'Hai máy cùng làm khi mất mạng',
    };
  },
};

const BY_KIND: Readonly<Record<ActKind, (site: Site, dossier: Dossier) => Act>> = MAKERS;

export const ACT_KINDS: readonly ActKind[] = (Object.keys(MAKERS) as ActKind[]).toSorted();

export function actInput(kind: ActKind, site: Site, dossier: Dossier): Act {
  return BY_KIND[kind](site, dossier);
}

export function moneyOf({ fees, payments, refunds }: Dossier) {
  return paymentState(fees, payments, refunds);
}

function signed(site: Site) {
  return { number: `${site.chance.between(1, 999)}/UBND`, date: todayAt(site), signer: SIGNER };
}

function paper(site: Site) {
  return { signer: 'Hoàng Văn Trên', date: todayAt(site) };
}

/** Typed beside, for the case that no date can be computed. */
function agreed(site: Site, { appointment }: Dossier) {
  const date = addDays(todayAt(site), 5);
  return appointment ? {} : { agreedAppointment: { date, reason: 'Thỏa thuận' } };
}

function laterOf(today: ReturnType<typeof todayAt>, { appointment }: Dossier) {
  const promised = appointment ? dateOf(appointment.at) : today;
  return promised > today ? promised : today;
}
