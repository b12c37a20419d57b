import type { Channel } from '../../domain/channel.ts';
import { type FeeRule, feeRulesInForce } from '../../domain/fees/fee-rule.ts';
import type { IntakeFees, IntakeInput } from '../../domain/intake-form.ts';
import type { TypedApplicant } from '../../domain/lifecycle/before-intake.ts';
import { addDays } from '../../domain/plain-date.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { type Site, todayAt } from './site.ts';

/** What people come for: mostly a few things, sometimes anything that is in force. */
const OFTEN = ['2.000815', '2.000815', '2.000884', '1.001193', '2.000635', '1.004873', '1.004859', '2.001035'];
const LINKED = ['2.001023', '2.000986', '1.001731'];

export function someProcedure(site: Site): Procedure {
  const { chance, station } = site;
  const inForce = station.publications().inForce(todayAt(site));
  const codes = chance.weighed([
    [0.5, OFTEN],
    [0.25, LINKED],
    [0.25, inForce.map(({ code }) => code)],
  ]);
  const code = chance.pick(codes ?? OFTEN);
  return inForce.find((procedure) => procedure.code === code) ?? chance.pick(inForce);
}

/** A form that no rule has anything against. */
export function formOf(site: Site, procedure: Procedure, applicant: TypedApplicant): IntakeInput {
  const { chance } = site;
  const channel = chance.weighed<Channel>([
    [0.85, 'direct'],
    [0.1, 'online'],
    [0.05, 'post'],
  ]);
  const { phone, kind, name, idNumber, address } = applicant;
  const isWithoutLimit = procedure.limit.kind === 'none';
  const agreed = { date: addDays(todayAt(site), chance.between(1, 12)), reason: 'Thỏa thuận với công dân' };
  return {
    procedureCode: procedure.code,
    applicant: { kind, name, idNumber, phone, noPhone: phone === '', address: address === '' ? 'Khu 1' : address },
    ...(chance.is(0.1) ? { submitter: { name: 'Hà Văn Nộp', idNumber: '', phone: '0987654321' } } : {}),
    papers: procedure.requiredPapers
      .filter(({ required }) => required || chance.is(0.2))
      .map(({ id, originals, copies }) => ({ id, originals, copies })),
    sets: chance.is(0.9) ? 1 : chance.between(2, 4),
    ...(isWithoutLimit ? { agreedAppointment: agreed } : {}),
    ...(channel === undefined ? {} : { channel }),
    ...(chance.is(0.1) ? { resultWanted: { at: 'home-by-post', address: 'Khu 5, xã Xuân Viên' } } : {}),
    ...(chance.is(0.9) ? { fees: feesOf(site, procedure, channel ?? 'direct') } : {}),
    ...(procedure.isRestricted && chance.is(0.5) ? { hidesTitle: true } : {}),
  };
}

function feesOf(site: Site, procedure: Procedure, channel: Channel): IntakeFees {
  const { chance } = site;
  const rules = feeRulesInForce(procedure.fees, todayAt(site), channel);
  const chosen = chance
    .some(
      rules.filter(({ condition }) => condition !== undefined),
      0.3,
    )
    .map(({ id }) => id);
  const due = rules.filter(({ id, condition }) => condition === undefined || chosen.includes(id));
  const reason = chance.find(due.flatMap(({ exempt = [] }) => exempt));
  const counts = {
    pages: chance.between(1, 20),
    copies: chance.between(1, 5),
    signatures: chance.between(1, 3),
    contracts: 1,
  };
  return {
    counts,
    ...(chosen.length > 0 ? { chosen } : {}),
    ...(reason && chance.is(0.15) ? { exemption: { reason, evidence: 'Giấy chứng nhận' } } : {}),
    ...(chance.is(0.6) ? { councilAmounts: amountsOf(site, due) } : {}),
  };
}

function amountsOf({ chance }: Site, due: readonly FeeRule[]): { readonly [ruleId: string]: number } {
  const open = due.filter(({ amount }) => amount.kind === 'set-by-council');
  return Object.fromEntries(open.map(({ id }) => [id, 1_000 * chance.between(5, 60)]));
}
