import type { PaymentMethod } from '../../domain/fees/payment.ts';
import { EMPTY_FEES, type FeesDraft } from './fees-draft.ts';

const METHODS = { cash: true, transfer: true, online: true } satisfies Record<PaymentMethod, true>;

/** Whether a kept form holds a fee card that this program can show. */
export function isFeesDraft(value: unknown): value is FeesDraft {
  if (!isObject(value)) return false;
  const { counts, chosen, exemption, evidence, council, isCollected, receipt, method } = value;
  return (
    hasTexts(counts, Object.keys(EMPTY_FEES.counts)) &&
    hasTexts(receipt, Object.keys(EMPTY_FEES.receipt)) &&
    isObject(council) &&
    hasTexts(council, Object.keys(council)) &&
    hasTexts({ exemption, evidence }, ['exemption', 'evidence']) &&
    Array.isArray(chosen) &&
    chosen.every((id) => typeof id === 'string') &&
    typeof isCollected === 'boolean' &&
    typeof method === 'string' &&
    Object.hasOwn(METHODS, method)
  );
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
  return isObject(value) && names.every((name) => typeof value[name] === 'string');
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
