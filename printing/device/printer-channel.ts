/** Why nothing could be sent. */
export type RefusedReason =
  | 'unreachable'
  | 'timed-out'
  | 'not-a-device'
  | 'no-access'
  | 'busy'
  /** Not an address of the office's own network. */
  | 'outside-office';

/** Provably nothing was accepted. */
export type Refused = { readonly kind: 'refused'; readonly reason: RefusedReason };

/** An open way to a printer; bytes go out in order, and what the printer says comes in. */
export type PrinterChannel = {
  /** Nothing can be heard through it. */
  readonly isWriteOnly: boolean;
  /** How much is handed over at a time: small enough that a stall is noticed, and that a count means something. */
  readonly chunkBytes: number;
  /** Calls from now on, never before this call has returned. */
  listen(listener: ChannelListener): void;
  /** Resolves when the system took the bytes, rejects when the way is broken. One call at a time. */
  write(bytes: Uint8Array): Promise<void>;
  /** Says that nothing more will come and goes on listening. Resolves when that, too, was taken. */
  endWriting(): Promise<void>;
  /**
   * Lets go without hurrying a printer that is still at work: for at most `lingerMs`, and never holding the process.
   * Resolves when the next job may open the way.
   */
  release(lingerMs: number): Promise<void>;
  /** Cuts off at once; what the system has not passed on is lost. Resolves as {@link release} does. */
  cutOff(): Promise<void>;
};

export type ChannelListener = {
  heard(chunk: Uint8Array): void;
  /** The printer will say nothing more; it may well go on taking bytes. */
  hungUp(): void;
  /** The way is gone. */
  closed(isBroken: boolean): void;
};

export type OpenedChannel = { readonly kind: 'open'; readonly channel: PrinterChannel } | Refused;

export function refused(reason: RefusedReason): Refused {
  return { kind: 'refused', reason };
}

/** The system's code of an error (ENOENT, EAGAIN...), if it has one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
