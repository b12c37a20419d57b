/** What `strace` saw of one process, as far as the order of writing, syncing and answering goes. */
export type Order = {
  /** Writes into the write-ahead log. */
  readonly written: number;
  readonly synced: number;
  /** Messages that left towards the window. */
  readonly posted: number;
  /** Messages that left while something written was not synced. */
  readonly violations: number;
};

/** The arguments of `strace` that make what {@link orderOf} reads. The process keeps the id and the place of its parent. */
export function straceInto(file: string): readonly string[] {
  const calls = 'trace=pwrite64,pwritev,write,writev,sendmsg,sendto,fsync,fdatasync';
  return ['strace', '-D', '-f', '-y', '--seccomp-bpf', '-s', '0', '-e', calls, '-e', 'signal=none', '-o', file];
}

type Call = {
  readonly name: string;
  readonly descriptor: number;
  readonly file: string;
  readonly phase: 'begins' | 'ends' | 'whole';
  readonly isDone: boolean;
};

const LINE = /^(\d+)\s+(?:<\.\.\. )?(\w+)(?:\((\d+)<([^>]*)>| resumed>)/;
const WRITES = new Set(['pwrite64', 'pwritev', 'write', 'writev']);
const POSTS = new Set(['write', 'writev', 'sendmsg', 'sendto']);
const SYNCS = new Set(['fsync', 'fdatasync']);

/** `channel` is the descriptor of the way out to the window. Only the log counts: an index in memory may grow unsynced. */
export function orderOf(trace: string, channel: number): Order {
  const order = { written: 0, synced: 0, posted: 0, violations: 0 };
  let isSynced = true;
  for (const call of callsIn(trace)) {
    if (isWriteOfLog(call)) {
      order.written += 1;
      isSynced = false;
    } else if (isSyncOfLog(call)) {
      order.synced += 1;
      isSynced = true;
    } else if (POSTS.has(call.name) && call.descriptor === channel && call.phase !== 'ends') {
      order.posted += 1;
      if (!isSynced) order.violations += 1;
    }
  }
  return order;
}

function isWriteOfLog({ name, file, phase }: Call): boolean {
  return WRITES.has(name) && file.endsWith('-wal') && phase !== 'ends';
}

/** A sync counts when it is over, and only if it did what it was asked. */
function isSyncOfLog({ name, file, phase, isDone }: Call): boolean {
  return SYNCS.has(name) && file.endsWith('-wal') && phase !== 'begins' && isDone;
}

/** A call that another thread interrupted stands in two lines. */
function* callsIn(trace: string): Iterable<Call> {
  const interrupted = new Map<string, Call>();
  for (const line of trace.split('\n')) {
    const [, thread = '', name = '', descriptor, file] = LINE.exec(line) ?? [];
    const isDone = line.endsWith(' = 0');
    const begun = interrupted.get(thread);
    if (file === undefined) {
      if (begun) yield { ...begun, phase: 'ends', isDone };
      continue;
    }
    const phase = line.endsWith('<unfinished ...>') ? 'begins' : 'whole';
    const call: Call = { name, descriptor: Number(descriptor), file, phase, isDone };
    if (phase === 'begins') interrupted.set(thread, call);
    yield call;
  }
}
