import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Child, startChild } from './child.ts';

export type Discovery = {
  /** For a program that wants to be found. */
  readonly env: NodeJS.ProcessEnv;
  readonly stop: () => Promise<void>;
};

/**
 * D-Bus and Avahi, without which `ippeveprinter` does not start. Where Avahi runs already it is used; else both are started,
 * on a bus of their own in `folder`, so that nothing of this system is touched. Avahi needs root.
 */
export async function startDiscovery(folder: string): Promise<Discovery> {
  if (spawnSync('avahi-daemon', ['--check'], { stdio: 'ignore' }).status === 0) {
    return { env: {}, stop: async () => {} };
  }
  const children: Child[] = [];
  const socket = path.join(folder, 'bus');
  const env = { DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${socket}` };
  await writeFile(path.join(folder, 'bus.conf'), busConfiguration(socket));
  children.push(
    await startChild({
      program: 'dbus-daemon',
      args: ['--config-file=bus.conf', '--nofork', '--nopidfile'],
      cwd: folder,
      isReady: () => existsSync(socket),
    }),
  );
  children.push(
    await startChild({
      program: 'avahi-daemon',
      args: ['--no-chroot', '--no-drop-root', '--no-proc-title'],
      cwd: folder,
      env,
      isReady: (printed) => printed.includes('Server startup complete'),
    }),
  );
  return {
    env,
    stop: async () => {
      for (const child of children.toReversed()) await child.stop();
    },
  };
}

/** A bus on which everybody may do everything: nobody but these tests knows of it. */
function busConfiguration(socket: string): string {
  const types = ['method_call', 'method_return', 'signal', 'error'];
  const rules = types.map((type) => `<allow send_type="${type}"/><allow receive_type="${type}"/>`).join('');
  return [
    '<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"',
    ' "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">',
    `<busconfig><type>system</type><listen>unix:path=${socket}</listen>`,
    `<policy context="default"><allow user="*"/><allow own="*"/>${rules}</policy></busconfig>`,
  ].join('\n');
}
