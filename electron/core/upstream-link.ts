import { deviceLogOf } from '../../domain/log-name.ts';
import { localMomentAt } from '../../domain/plain-date.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { eventsAhead, sameVector, type VersionVector } from '../../domain/version-vector.ts';
import type { CounterIdentity } from '../../sync/counter-store.ts';
import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import type { Replication } from '../../sync/replication.ts';
import type { EnrolRefusal } from '../contract/refusals.ts';
import type { SyncTrouble, SyncView } from '../contract/views.ts';
import type { Log } from './log.ts';
import type { Machine } from './machine.ts';
import { parseServerUrl } from './server-url.ts';
import type { ShellClient } from './shell-client.ts';
import { Turns } from './turns.ts';
import { parseProved, PROVED_SETTING } from './upstream-proved.ts';
import { parseUpstreamSetting, UPSTREAM_SETTING, type UpstreamSetting } from './upstream-setting.ts';

type UpstreamLinkParts = {
  readonly store: OpenCounterStore;
  readonly machine: Machine;
  readonly shell: ShellClient;
  readonly log: Log;
  /** Something about the link changed. */
  readonly tell: () => void;
};

/** This counter's link to the server above it, if one was named. Nothing the clerk does ever waits for it. */
export class UpstreamLink {
  readonly #parts: UpstreamLinkParts;
  readonly #turns = new Turns();
  #replication: Replication | undefined;
  /** Why there is no replication although a server was named. */
  #trouble: SyncTrouble | undefined;
  #isClosed = false;

  constructor(parts: UpstreamLinkParts) {
    this.#parts = parts;
  }

  /** Starts sending and fetching when a server was named before. Never fails: trouble is shown, not thrown. */
  open(): Promise<void> {
    return this.#turns.run(() => this.#start());
  }

  view(): SyncView {
    const { store } = this.#parts;
    const setting = this.#setting();
    if (!setting) return { status: 'no-server', waiting: 0, quarantined: 0 };
    const named = { serverUrl: setting.serverUrl, quarantined: store.quarantinedCount() };
    if (!this.#replication) {
      const waiting = eventsAhead(store.vector(), this.provedVector());
      return this.#trouble
        ? { ...named, status: 'refused', waiting, reason: this.#trouble }
        : { ...named, status: 'waiting', waiting };
    }
    const { provedAt, answeredAt, nextAt, ...state } = this.#replication.state();
    return {
      ...named,
      ...state,
      ...(provedAt === undefined ? {} : { provedAt: localMomentAt(provedAt) }),
      ...(answeredAt === undefined ? {} : { answeredAt: localMomentAt(answeredAt) }),
      ...(nextAt === undefined ? {} : { nextAt: localMomentAt(nextAt) }),
    };
  }

  /** Trades the one-time code for a token and starts. Naming a server again replaces the one before. */
  async enrol(
    request: { readonly serverUrl: string; readonly code: string },
    who: CounterIdentity,
  ): Promise<Result<null, EnrolRefusal>> {
    const url = parseServerUrl(request.serverUrl);
    if (!url.ok) return url;
    const { enrol } = await import('../../sync/enrol.ts');
    const answer = await enrol({
      serverUrl: url.value,
      code: request.code.trim(),
      unitCode: who.unit.code,
      station: who.station,
      log: deviceLogOf(who.log),
      machine: this.#parts.machine.machineId(),
    });
    if (!answer.ok) return refuse({ code: answer.refusal.code });
    const setting = await this.#settingOf(url.value, answer.value.token);
    return this.#turns.run(async () => {
      // The counter was closed while the server was asked: there is nothing left to link.
      if (this.#isClosed) return refuse({ code: 'unreachable' });
      this.#parts.store.saveSetting(UPSTREAM_SETTING, setting);
      await this.#stop();
      this.#parts.store.forgetQuarantine();
      this.#parts.store.saveSetting(PROVED_SETTING, {});
      await this.#start();
      return ok(null);
    });
  }

  /** What the server said last that it holds, in this start or in one before it. */
  provedVector(): VersionVector {
    return this.#replication?.serverVector() ?? this.#remembered();
  }

  /** How far the server's clock is ahead of this one, in ms, as far as it is known. */
  serverAheadMs(): number | undefined {
    return this.#replication?.serverAheadMs();
  }

  syncNow(): void {
    this.#replication?.syncNow();
  }

  /** What the server set aside is sent again, by a person's word. */
  sendAgain(): void {
    this.#parts.store.forgetQuarantine();
    this.syncNow();
    this.#parts.tell();
  }

  /** The server that was named knows this counter as another one: it has to enrol anew. */
  forget(): void {
    this.#parts.store.saveSetting(UPSTREAM_SETTING, {});
    void this.#turns.run(async () => {
      await this.#stop();
      this.#parts.store.saveSetting(PROVED_SETTING, {});
      this.#trouble = undefined;
      this.#parts.tell();
    });
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return this.#turns.run(() => this.#stop());
  }

  #setting(): UpstreamSetting | undefined {
    return parseUpstreamSetting(this.#parts.store.setting(UPSTREAM_SETTING));
  }

  async #settingOf(serverUrl: string, token: string): Promise<UpstreamSetting> {
    const { shell, log } = this.#parts;
    const wrapped = await shell.wrap(token);
    if (wrapped !== null) return { serverUrl, token: wrapped, protectedBy: 'os-key-store' };
    // Without a key store the file's own protection has to do; the setting says so to whoever looks.
    log.note('token-kept-unprotected');
    return { serverUrl, token, protectedBy: 'none' };
  }

  async #start(): Promise<void> {
    const setting = this.#setting();
    if (!setting || this.#isClosed) return;
    this.#trouble = await this.#startWith(setting);
    this.#parts.tell();
  }

  /** Undefined when it runs, else why it does not. */
  async #startWith({ serverUrl, token: kept, protectedBy }: UpstreamSetting): Promise<SyncTrouble | undefined> {
    const { store, machine, shell, log, tell } = this.#parts;
    const token = protectedBy === 'none' ? kept : await shell.unwrap(kept);
    if (token === null) {
      // Another user, another computer, or a key store that was reset: only a new enrolment helps.
      log.note('token-not-readable');
      return 'token-refused';
    }
    try {
      const { startReplication } = await import('../../sync/replication.ts');
      const { now, chance } = machine;
      this.#replication = await startReplication({
        store,
        serverUrl,
        token,
        now,
        chance,
        lastServer: this.#remembered(),
      });
      this.#replication.onState((state) => {
        // In the middle of a long talk nothing more is written than what comes.
        if (!state.sending) this.#remember();
        tell();
      });
      return undefined;
    } catch (error) {
      // The counter works without its server, so it must also work without its link to one.
      log.failure('replication-not-started', error);
      return 'server-error';
    }
  }

  #remembered(): VersionVector {
    return parseProved(this.#parts.store.setting(PROVED_SETTING));
  }

  #remember(): void {
    const { store, log } = this.#parts;
    const proved = this.#replication?.serverVector();
    try {
      if (proved && !sameVector(proved, this.#remembered())) store.saveSetting(PROVED_SETTING, proved);
    } catch (error) {
      // Only a count is wrong for it, after a start without a network.
      log.failure('proved-not-kept', error);
    }
  }

  async #stop(): Promise<void> {
    const replication = this.#replication;
    this.#replication = undefined;
    await replication?.stop();
  }
}
