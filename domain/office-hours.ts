/** Opening hours (giờ làm việc) of a counter, in minutes since midnight. Reception outside them is legal. */
export type OfficeHours = {
  readonly morning: { readonly from: number; readonly until: number };
  readonly afternoon: { readonly from: number; readonly until: number };
};

export const DEFAULT_OFFICE_HOURS: OfficeHours = {
  morning: { from: 8 * 60, until: 12 * 60 },
  afternoon: { from: 13 * 60 + 30, until: 17 * 60 + 30 },
};
