import { writeFileSync } from 'node:fs';
import type { Reply, Request } from '../../electron/contract/envelope.ts';
import { openChannel } from '../../electron/core/core-channel.ts';

// A core that keeps nothing and answers what it is asked, over the real channel. ECHO_MODE makes it go wrong.

const mode = process.env['ECHO_MODE'];
const channel = openChannel();

function reply({ id, name, input }: Request): Reply {
  return { type: 'reply', id, ok: true, output: name === 'process-id' ? process.pid : input };
}

if (mode === 'dies') process.exit(3);
if (mode === 'cannot-start') channel.post({ type: 'cannot-start', why: 'disk-full' });
else channel.post({ type: 'ready' });

channel.onMessage((message) => {
  if (message.type === 'drain' && mode !== 'heeds-no-drain') {
    const file = process.env['ECHO_DRAINED'];
    if (file) writeFileSync(file, 'closed');
    process.exit(0);
  }
  if (message.type !== 'request') return;
  if (message.name === 'die') process.exit(4);
  if (message.name !== 'stay-silent') channel.post(reply(message));
});
channel.onClose(() => {
  channel.post({ type: 'push', push: { topics: ['app'] } });
  // On the next turn, so that a message nobody can take has its chance to do harm.
  setImmediate(() => process.exit(0));
});
