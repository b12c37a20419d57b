// Loaded into a core before everything else: at SIGUSR2 it says how long the event loop was ever held up since the last time.
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
process.on('SIGUSR2', () => {
  writeFileSync(process.env['LOOP_DELAY_FILE'] ?? '', String(delay.max / 1e6));
  delay.reset();
});
