import type { Channel, OnlineScope } from './channel.ts';
import type { FeeRule } from './fees/fee-rule.ts';
import type { PlainDate } from './plain-date.ts';

/** How long the office may take, as published for the procedure (thời hạn giải quyết). */
export type ProcedureLimit =
  /** Result on the day of receipt; received after `cutOffMinute` (minutes since midnight), on the next working day. */
  | { readonly kind: 'same-day'; readonly cutOffMinute: number }
  | { readonly kind: 'working-days'; readonly days: number }
  | { readonly kind: 'calendar-days'; readonly days: number }
  /** Working hours: they pass only while the office is open. */
  | { readonly kind: 'hours'; readonly hours: number }
  /** The published procedure names no limit: the clerk agrees a date with the citizen. */
  | { readonly kind: 'none' };

/** One paper a procedure asks for (thành phần hồ sơ). */
export type RequiredPaper = {
  /** Stable within the procedure; persisted. */
  readonly id: string;
  /** Short wording of our own, for the counter and the slip. */
  readonly name: string;
  /** `submit` (nộp): stays with the dossier. `show` (xuất trình): looked at and given back. */
  readonly mode: 'submit' | 'show';
  readonly originals: number;
  readonly copies: number;
  /** False for papers that only some applicants need; `condition` then says who. */
  readonly required: boolean;
  readonly condition?: string;
  /** Heading of the case (trường hợp) it belongs to, where the publication has several. */
  readonly group?: string;
};

/** One leg of a linked procedure (một cửa liên thông), with the time it may take of the whole. */
export type LinkedStep = {
  /** Who works on it: this commune, or the body above. */
  readonly by: 'commune' | 'upstream';
  /** Short wording of our own. */
  readonly name: string;
  readonly budget: ProcedureLimit;
};

export type ProcedureLevel = 'commune' | 'upstream';

/** A published procedure (thủ tục hành chính) in one version. Insert-only: a change is a new version. */
export type Procedure = {
  /** National code, e.g. `1.001193`. */
  readonly code: string;
  /** What a province appends to the code of its own version, e.g. `000.00.00.H44` or `H38`. */
  readonly localSuffix?: string;
  /** Names this publication, e.g. `2020-01-01`. */
  readonly version: string;
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo?: PlainDate;
  /** The official name. */
  readonly name: string;
  /** What clerks call it ("Khai sinh"). */
  readonly alias: string;
  /** Letters that find it at once, without marks ("ks"). */
  readonly shortcuts: readonly string[];
  /** Field (lĩnh vực). */
  readonly field: string;
  readonly level: ProcedureLevel;
  /** As the province published it: it is what the slip promises. */
  readonly limit: ProcedureLimit;
  /** What the law gives, where the province promises less or grants more. Absent: the same. */
  readonly statutoryLimit?: ProcedureLimit;
  /** Where a channel has a limit of its own. */
  readonly limitByChannel?: { readonly [C in Exclude<Channel, 'direct'>]?: ProcedureLimit };
  readonly fees: readonly FeeRule[];
  readonly requiredPapers: readonly RequiredPaper[];
  /** What the citizen receives. */
  readonly resultName: string;
  /** A linked procedure (một cửa liên thông): its legs in order. Absent: the commune alone decides. */
  readonly linkedSteps?: readonly LinkedStep[];
  readonly onlineScope?: OnlineScope;
  /** May come and go by the public post (bưu chính công ích). Absent: not said. */
  readonly acceptsPost?: boolean;
  /** Sensitive (disability, adoption, HIV …): kept off open lists, its title off the slip when the citizen asks. */
  readonly isRestricted?: boolean;
  /** The provincial decision that publishes it. */
  readonly decision?: { readonly number: string; readonly date: PlainDate };
};

/** The limit that holds for a dossier that came through `channel`. */
export function limitOf(procedure: Pick<Procedure, 'limit' | 'limitByChannel'>, channel: Channel): ProcedureLimit {
  return channel === 'direct' ? procedure.limit : (procedure.limitByChannel?.[channel] ?? procedure.limit);
}
