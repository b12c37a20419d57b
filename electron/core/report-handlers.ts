import { compactDate, dateOf, type LocalMoment, localMomentAt } from '../../domain/plain-date.ts';
import { refuse, unreachable } from '../../domain/result.ts';
import { type SavedTable, savedTableText } from '../../printing/saved-table.ts';
import type { Handlers } from '../contract/commands.ts';
import type { TableAsked } from '../contract/report-commands.ts';
import { cashListOn } from './cash-list-on.ts';
import type { CounterSession, EstablishedCounter } from './counter-session.ts';
import type { Log } from './log.ts';
import type { PushBell } from './push-bell.ts';
import { RegisterLines } from './register-lines.ts';
import { ReportCount } from './report-count.ts';
import { saveText } from './save-text.ts';
import type { ShellClient } from './shell-client.ts';

type ReportCommand =
  'report.register' | 'report.count' | 'report.state' | 'report.stop' | 'report.cashList' | 'report.saveTable';

type Parts = { readonly shell: Pick<ShellClient, 'chooseFileToSave'>; readonly log: Log; readonly bell: PushBell };

/** What is kept of an open counter while its books are looked at. */
type Reporting = { readonly lines: RegisterLines; readonly count: ReportCount };

/** The register books, the report of a period, the money of a day; and each of them as a file. */
export function reportHandlers(session: CounterSession, parts: Parts): Pick<Handlers, ReportCommand> {
  const { shell, log, bell } = parts;
  const kept = new WeakMap<EstablishedCounter['store'], Reporting>();
  const reportingOf = ({ store }: EstablishedCounter): Reporting => {
    const known = kept.get(store);
    if (known) return known;
    const count = new ReportCount({ source: store, log, tell: () => bell.ring('report') });
    const reporting = { lines: new RegisterLines(store), count };
    kept.set(store, reporting);
    return reporting;
  };
  const here = (): Reporting => reportingOf(session.getEstablished());
  return {
    'report.register': ({ offset, limit, ...asked }) => here().lines.page(asked, { offset, limit }),
    'report.count': (period) => {
      here().count.begin(period, session.getEstablished().publications.all(), session.now());
      return null;
    },
    'report.state': () => here().count.view(),
    'report.stop': () => {
      here().count.stop();
      return null;
    },
    'report.cashList': ({ day }) => cashListOn(session.getEstablished(), day),
    'report.saveTable': async ({ asked }) => {
      const counter = session.getEstablished();
      const { lines, count } = reportingOf(counter);
      // A report that is not there must not make anybody choose a place for it.
      if (asked.table === 'report-06a' && !count.report()) return refuse({ code: 'nothing-counted' });
      const path = await shell.chooseFileToSave(fileNameOf(asked, localMomentAt(counter.clock.read().at)));
      if (path === null) return refuse({ code: 'no-file' });
      const table = await tableOf(asked, { counter, lines, count });
      return table ? saveText(path, savedTableText(table)) : refuse({ code: 'nothing-counted' });
    },
  };
}

async function tableOf(
  asked: TableAsked,
  { counter, lines, count }: Reporting & { readonly counter: EstablishedCounter },
): Promise<SavedTable | undefined> {
  const unitName = counter.identity.unit.name;
  switch (asked.table) {
    case 'register': {
      const { table, ...register } = asked;
      return { table, rows: await lines.all(register) };
    }
    case 'report-06a': {
      const report = count.report();
      return report && { table: asked.table, report, unitName };
    }
    case 'cash-list':
      return { table: asked.table, list: cashListOn(counter, asked.day), unitName };
    default:
      return unreachable(asked);
  }
}

/** Says what it is, of which days and when it was saved, and nobody's name. */
function fileNameOf(asked: TableAsked, now: LocalMoment): string {
  const saved = `${compactDate(dateOf(now))}-${now.slice(11, 16).replace(':', '')}`;
  switch (asked.table) {
    case 'register':
      return `so-theo-doi-${asked.book ?? 'tat-ca'}-${asked.from}-${asked.until}-luu-${saved}.csv`;
    case 'report-06a':
      return `bao-cao-06a-luu-${saved}.csv`;
    case 'cash-list':
      return `so-thu-${asked.day}-luu-${saved}.csv`;
    default:
      return unreachable(asked);
  }
}
