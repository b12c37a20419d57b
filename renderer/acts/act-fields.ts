import type { ACT_CHOICES, ACT_FIELDS } from '../text/acts.ts';

export type ActFieldName = keyof typeof ACT_FIELDS;
export type ActChoiceName = keyof typeof ACT_CHOICES;

/** One thing that an act asks for. */
export type ActField =
  | { readonly kind: 'text' | 'date' | 'money'; readonly name: ActFieldName; readonly isOptional?: true }
  | { readonly kind: 'choice'; readonly name: ActChoiceName }
  | { readonly kind: 'missing' }
  | { readonly kind: 'received' };

export const text = (name: ActFieldName): ActField => ({ kind: 'text', name });
export const note = (name: ActFieldName): ActField => ({ kind: 'text', name, isOptional: true });
export const date = (name: ActFieldName): ActField => ({ kind: 'date', name });
export const money = (name: ActFieldName): ActField => ({ kind: 'money', name });
export const choice = (name: ActChoiceName): ActField => ({ kind: 'choice', name });

export const REASON = text('reason');
export const RESULT = [note('result.number'), date('result.date'), text('result.signer')] as const;
export const ON_PAPER = [text('onPaper.signer'), date('onPaper.date')] as const;
export const BASIS = [text('basis.text'), text('basis.approver')] as const;
export const AGREED = [date('agreedAppointment.date'), text('agreedAppointment.reason')] as const;
