import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { EventBody, StoredEvent } from '../../domain/dossier-event.ts';
import type { DossierFact } from '../../domain/lifecycle/dossier-fact.ts';
import { type DossierNumber, parseStation, type Station } from '../../domain/dossier-number.ts';
import { lookUpCodeFrom } from '../../domain/look-up-code.ts';
import { localMoment, plainDate } from '../../domain/plain-date.ts';
import { ok } from '../../domain/result.ts';
import { type DossierId, dossierIdOf, makeScanCode } from '../../domain/scan-code.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Action, CounterStore, NumberWatch, Work } from '../../sync/counter-store.ts';
import { type OpenCounterStore, openCounterStore } from '../../sync/open-counter-store.ts';
import { documentOf } from '../../sync/store/counter-database.ts';
import { GENESIS_HASH, sealEvent } from '../../sync/wire/chain.ts';

export const XUAN_VIEN: Unit = {
  code: '08305',
  name: 'Xã Xuân Viên',
  upperNames: ['Huyện Yên Lập', 'Tỉnh Phú Thọ'],
  organisationCode: '000.05.22.H44',
  sample: true,
  effectiveFrom: plainDate('2018-01-01'),
};

export const CLOCK = { at: Date.UTC(2020, 3, 20, 1), clockQuality: 'free' } as const;

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'counter-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function station(number: number): Station {
  const parsed = parseStation(number);
  if (parsed === undefined) throw new RangeError(`no station ${number}`);
  return parsed;
}

/** A counter that is set up: a real file, a real log. Closed when the test ends. */
export function openTestStore(
  options: { station?: number; folder?: string; log?: string; key?: Uint8Array; watch?: NumberWatch } = {},
): OpenCounterStore {
  const { key, watch } = options;
  const store = openCounterStore({
    folder: options.folder ?? temporaryFolder(),
    ...(key ? { key } : {}),
    ...(watch ? { watch } : {}),
  });
  onTestFinished(() => store.close());
  const number = options.station ?? 1;
  if (!store.identity()) {
    store.establish(
      { unit: XUAN_VIEN, station: station(number), clerkName: 'Hà Thị Lan', log: options.log ?? `test${number}.1` },
      { machine: `machine-${number}`, appVersion: '0.0.0', clock: CLOCK },
    );
  }
  return store;
}

export function action(commandId?: string): Action {
  return { actor: 'Hà Thị Lan', clock: CLOCK, ...(commandId === undefined ? {} : { commandId }) };
}

export type SampleDossier = { readonly name?: string; readonly phone?: string; readonly station?: number };

export function receivedFact(runningNumber: number, sample: SampleDossier = {}): DossierFact {
  const from = sample.station ?? 1;
  const scanCode = makeScanCode({ unitCode: XUAN_VIEN.code, station: from, yearOfCentury: 20, runningNumber });
  return {
    kind: 'received',
    dossierId: dossierIdOf(scanCode),
    payload: {
      scanCode,
      dossierNumber: numberText(from, runningNumber) as DossierNumber,
      lookUpCode: lookUpCodeFrom([0.1, 0.2, 0.3, 0.4]),
      registerBook: { book: `2020-0${from}`, number: runningNumber },
      unit: XUAN_VIEN,
      station: station(from),
      procedure: {
        code: '1.001193',
        version: '2020-01-01',
        name: 'Đăng ký khai sinh',
        alias: 'Khai sinh',
        field: 'Hộ tịch',
        limit: { kind: 'same-day', cutOffMinute: 900 },
        fee: { amountVnd: 0, per: 'dossier' },
        resultName: 'Giấy khai sinh',
      },
      papers: [],
      sets: 1,
      applicant: {
        kind: 'person',
        name: sample.name ?? 'Nguyễn Thị Đào',
        idNumber: '',
        phone: { kind: 'number', digits: sample.phone ?? '0912345678' },
        address: 'Khu 3, xã Xuân Viên',
      },
      receivedAt: localMoment('2020-04-20T08:00'),
      appointment: {
        at: localMoment('2020-04-20T17:30'),
        basis: { kind: 'same-day' },
        daysOff: [],
        calendarVersion: 'test',
      },
    },
  };
}

export function handedOverFact(dossierId: DossierId): DossierFact {
  return {
    kind: 'result-handed-over',
    dossierId,
    payload: {
      receiver: { relation: 'applicant', name: 'Nguyễn Thị Đào', idNumber: '' },
      handedOverAt: localMoment('2020-04-20T16:00'),
    },
  };
}

/** Takes the year's next running number and receives a sample dossier under it. */
export function receiveSample(store: CounterStore, sample: SampleDossier = {}): DossierId {
  const result = store.commit(action(), (work: Work) => {
    const fact = receivedFact(work.take({ of: 'scan-code', year: 2020 }), sample);
    work.append(fact);
    return ok({ id: fact.dossierId });
  });
  if (!result.ok) throw new Error('a sample is never refused');
  return result.value.id;
}

/** An event as another counter would have written it, as the first of its log or after `previous`. */
export function foreignEvent(log: string, body: Partial<EventBody>, previous?: StoredEvent): StoredEvent {
  const whole: EventBody = {
    lamport: (previous?.lamport ?? 0) + 1,
    at: CLOCK.at,
    clockQuality: 'free',
    dossierId: '',
    kind: 'log-opened',
    actor: 'Đinh Văn Hùng',
    schemaVersion: 1,
    payload: {},
    ...body,
  };
  return sealEvent(whole, { log, seq: (previous?.seq ?? 0) + 1, prev: previous?.hash ?? GENESIS_HASH });
}

/** Brings an event in as the replication does. */
export function admit(store: OpenCounterStore, ...events: readonly StoredEvent[]): void {
  const { database } = store;
  database.transactions.run(() => ok(events.forEach((event) => database.admit(documentOf(event, 'foreign')))));
}

function numberText(from: number, runningNumber: number): string {
  return `${XUAN_VIEN.organisationCode}-200420-${String((from - 1) * 500 + runningNumber).padStart(4, '0')}`;
}
