// Loaded before a core: turns the one line off that makes its commits durable. What must then be seen, must be seen.
import Database from 'better-sqlite3';

const FULL = /\bsynchronous\s*=\s*(FULL|2|EXTRA|3)\b/i;

const prototype: Record<string, unknown> = Object.getPrototypeOf(new Database(':memory:'));

for (const name of ['pragma', 'exec']) {
  const original = prototype[name];
  if (typeof original !== 'function') throw new Error(`better-sqlite3 has no ${name}`);
  prototype[name] = function (this: unknown, source: string, ...rest: readonly unknown[]): unknown {
    return Reflect.apply(original, this, [source.replace(FULL, 'synchronous = NORMAL'), ...rest]);
  };
}
