import type { StoredEvent } from '../../domain/dossier-event.ts';
import type { CashList, CashSum } from '../../domain/fees/cash-list.ts';
import { momentOfFact } from '../../domain/lifecycle/dossier-fact.ts';
import { dateOf, type PlainDate } from '../../domain/plain-date.ts';
import { readFact } from '../../sync/store/read-fact.ts';

type Money = Pick<CashSum, 'feeVnd' | 'dutyVnd' | 'totalVnd'>;

const NONE: Money = { feeVnd: 0, dutyVnd: 0, totalVnd: 0 };

/** What does not add up in the list of a day. */
export function cashTrouble({ day, rows, total, byMethod, byField, byClerk }: CashList): readonly string[] {
  const sums = {
    rows: sumOf(rows),
    methods: sumOf(Object.values(byMethod)),
    fields: sumOf(byField),
    clerks: sumOf(byClerk),
  };
  const differing = Object.entries(sums).filter(([, sum]) => !isSame(sum, total));
  const troubles = differing.map(([name]) => `the cash of ${day} by its ${name} is not its total`);
  return total.totalVnd === total.feeVnd + total.dutyVnd
    ? troubles
    : [...troubles, `the total of ${day} is not fees and duties`];
}

/** Where the lists of the days are not what the events took in and gave back. */
export function takingsTrouble(lists: readonly CashList[], events: readonly StoredEvent[]): readonly string[] {
  const taken = takingsOf(events);
  const troubles = lists.flatMap((list) => {
    const expected = taken.get(list.day) ?? NONE;
    return isSame(expected, list.total)
      ? []
      : [`on ${list.day} the events took ${expected.totalVnd} đ, the list has ${list.total.totalVnd} đ`];
  });
  const days = new Set(lists.map(({ day }) => day));
  return [...troubles, ...[...taken.keys()].filter((day) => !days.has(day)).map((day) => `no list of ${day} was made`)];
}

/** By day, straight from the events: what a person let not count was given to nobody all the same and does not occur. */
function takingsOf(events: readonly StoredEvent[]): ReadonlyMap<PlainDate, Money> {
  const byDay = new Map<PlainDate, Money>();
  for (const event of events) {
    const fact = readFact(event);
    if (typeof fact === 'string' || (fact.kind !== 'fee-collected' && fact.kind !== 'fee-refunded')) continue;
    const money = fact.kind === 'fee-collected' ? fact.payload.payment : fact.payload.refund;
    const sign = fact.kind === 'fee-collected' ? 1 : -1;
    const day = dateOf(momentOfFact(fact));
    const before = byDay.get(day) ?? NONE;
    const feeVnd = before.feeVnd + sign * money.feeVnd;
    const dutyVnd = before.dutyVnd + sign * money.dutyVnd;
    byDay.set(day, { feeVnd, dutyVnd, totalVnd: feeVnd + dutyVnd });
  }
  return byDay;
}

function sumOf(sums: readonly Money[]): Money {
  const add = (member: keyof Money) => sums.reduce((total, each) => total + each[member], 0);
  return { feeVnd: add('feeVnd'), dutyVnd: add('dutyVnd'), totalVnd: add('totalVnd') };
}

function isSame(a: Money, b: Money): boolean {
  return a.feeVnd === b.feeVnd && a.dutyVnd === b.dutyVnd && a.totalVnd === b.totalVnd;
}
