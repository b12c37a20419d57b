import { Conversation } from './device/conversation.ts';
import { Delivery, type SendOutcome, type SendTimeouts } from './device/delivery.ts';
import { openDevice } from './device/device-file.ts';
import type { OpenedChannel, Refused } from './device/printer-channel.ts';
import type { PrinterProfile } from './device/printer-profile.ts';
import type { PrinterTrouble } from './device/printer-status.ts';
import { openTcp } from './device/tcp-channel.ts';
import { openForWriting } from './device/write-only-channel.ts';

export { isDevicePath } from './device/device-path.ts';
export type { SendOutcome, SendTimeouts } from './device/delivery.ts';
export {
  isProfileId,
  PRINTER_PROFILES,
  type PrinterProfile,
  type PrinterProfileId,
  profileFor,
  profileOf,
} from './device/printer-profile.ts';
export type { PrinterTrouble } from './device/printer-status.ts';

export type PrinterAddress =
  /** IPv4, IPv6 without brackets, or a name. */
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  /** A path as `isDevicePath` knows it. `baudRate` is for a serial line; without it the line keeps its speed. */
  | { readonly kind: 'device'; readonly path: string; readonly baudRate?: number };

type PrinterAsked = {
  readonly address: PrinterAddress;
  readonly profile: PrinterProfile;
  readonly timeouts?: Partial<SendTimeouts>;
};

export type SendRequest = PrinterAsked & {
  /** A job that ends with GS r 1; without it nothing can be confirmed. */
  readonly bytes: Uint8Array;
  /**
   * The job before on this printer ended `unknown`, or was cut off by a crash: what it may have left half done is ended
   * first. Holds until a job is `sent` or `confirmed`: one that is `refused` or `not-ready` has ended nothing.
   */
  readonly afterBrokenJob?: boolean;
};

export type PrinterCondition =
  | { readonly kind: 'ready'; readonly paperLow: boolean }
  | { readonly kind: 'not-ready'; readonly reason: PrinterTrouble }
  /** Reached, but it says nothing of itself: it may print all the same. */
  | { readonly kind: 'silent' }
  | Refused;

const TIMEOUTS: SendTimeouts = {
  connectMs: 5_000,
  statusMs: 1_000,
  stallMs: 15_000,
  replyMs: 10_000,
  lingerMs: 30_000,
};

/**
 * Sends a job to a thermal printer once, on a connection of its own. Never tries twice and never rejects for what the
 * network, the device or the printer does: every ending is one of the outcomes.
 */
export async function sendToPrinter(request: SendRequest): Promise<SendOutcome> {
  const { address, profile, bytes, afterBrokenJob = false } = request;
  const timeouts = { ...TIMEOUTS, ...request.timeouts };
  const opened = await openChannel(address, timeouts.connectMs);
  if (opened.kind === 'refused') return opened;
  return new Delivery({ channel: opened.channel, profile, timeouts }).run({ bytes, afterBrokenJob });
}

/** Asks the printer how it is ("Kiểm tra máy in"); nothing is printed. Never rejects, as {@link sendToPrinter}. */
export async function askPrinter(asked: PrinterAsked): Promise<PrinterCondition> {
  const timeouts = { ...TIMEOUTS, ...asked.timeouts };
  const opened = await openChannel(asked.address, timeouts.connectMs);
  if (opened.kind === 'refused') return opened;
  const { channel } = opened;
  const { realTime, afterJob } = asked.profile.status;
  const conversation = new Conversation(channel, {});
  const state =
    (realTime ? await conversation.askState(timeouts.statusMs) : undefined) ??
    // One that answers nothing at any time may still answer in its turn.
    (afterJob ? await conversation.askPaper(timeouts.statusMs) : undefined);
  const isGone = conversation.isOver;
  conversation.end();
  await channel.cutOff();
  if (!state) return isGone ? { kind: 'refused', reason: 'unreachable' } : { kind: 'silent' };
  return state.trouble ? { kind: 'not-ready', reason: state.trouble } : { kind: 'ready', paperLow: state.paperLow };
}

function openChannel(address: PrinterAddress, timeoutMs: number): Promise<OpenedChannel> {
  if (address.kind === 'tcp') return openTcp(address, timeoutMs);
  return process.platform === 'win32' ? openForWriting(address.path) : openDevice(address, timeoutMs);
}
