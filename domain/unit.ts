import type { PlainDate } from './plain-date.ts';

/** An administrative unit (đơn vị hành chính) as it stood between two dates. */
export type Unit = {
  /** 5 digits, the national list of administrative units. */
  readonly code: string;
  readonly name: string;
  /** The bodies above, nearest first, as they stand at the head of a slip: district and province, or the province alone. */
  readonly upperNames: readonly string[];
  /** Identifier of the body (mã định danh). */
  readonly organisationCode: string;
  /** True while `organisationCode` is a made-up sample ("MẪU"): no real slip may carry it. */
  readonly sample: boolean;
  readonly effectiveFrom: PlainDate;
  /** Last day in force. */
  readonly effectiveTo?: PlainDate;
};

export function isInForce(unit: Pick<Unit, 'effectiveFrom' | 'effectiveTo'>, day: PlainDate): boolean {
  return unit.effectiveFrom <= day && (unit.effectiveTo === undefined || day <= unit.effectiveTo);
}
