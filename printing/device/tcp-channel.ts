import { connect, type Socket } from 'node:net';
import { isInOfficeNetwork } from '../network/office-network.ts';
import { type ChannelListener, codeOf, type OpenedChannel, type PrinterChannel, refused } from './printer-channel.ts';

type TcpAddress = { readonly host: string; readonly port: number };

/** Connects to a network printer: by name, IPv4 or IPv6. Never rejects. */
export function openTcp({ host, port }: TcpAddress, connectMs: number): Promise<OpenedChannel> {
  return new Promise((resolve) => {
    // Half-open: a printer that stops talking may well go on listening.
    const socket = connect({ host, port, allowHalfOpen: true, noDelay: true });
    const refuse = (reason: 'unreachable' | 'timed-out' | 'outside-office') => {
      clearTimeout(timer);
      socket.destroy();
      resolve(refused(reason));
    };
    const timer = setTimeout(() => refuse('timed-out'), connectMs);
    // Stays for good: a socket's error without a listener would end the process. What it means, `close` tells.
    socket.on('error', (error) => refuse(codeOf(error) === 'ETIMEDOUT' ? 'timed-out' : 'unreachable'));
    socket.once('connect', () => {
      // Slips are about citizens: nothing leaves the office's own network as it is.
      if (!isInOfficeNetwork(socket.remoteAddress ?? '')) return refuse('outside-office');
      clearTimeout(timer);
      resolve({ kind: 'open', channel: new TcpChannel(socket) });
    });
  });
}

class TcpChannel implements PrinterChannel {
  readonly isWriteOnly = false;
  readonly chunkBytes = 16_384;
  readonly #socket: Socket;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  listen(listener: ChannelListener): void {
    this.#socket.on('data', (chunk) => listener.heard(chunk));
    this.#socket.on('end', () => listener.hungUp());
    this.#socket.on('close', (isBroken) => listener.closed(isBroken));
  }

  write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  }

  async endWriting(): Promise<void> {
    this.#socket.end();
  }

  async release(lingerMs: number): Promise<void> {
    // Closed by us now, a printer that still speaks would get a reset and lose what it has not read yet.
    this.#socket.end();
    this.#socket.unref();
    const timer = setTimeout(() => this.#socket.destroy(), lingerMs).unref();
    this.#socket.once('close', () => clearTimeout(timer));
  }

  async cutOff(): Promise<void> {
    this.#socket.destroy();
  }
}
