// Rebuilds the counter's file in the folder it is given, so that it can be killed meanwhile.
import { rebuildFile } from '../../sync/store/rebuild-file.ts';

const [, , folder = ''] = process.argv;
process.send?.('begun');
await rebuildFile({ folder, known: {}, now: Date.UTC(2020, 3, 20, 1) }, () => undefined);
process.send?.('done');
process.disconnect?.();
