// Makes a backup of the counter in the folder it is given, under whatever limits this process has.
import { makeBackup } from '../../sync/store/make-backup.ts';

const [, , folder = ''] = process.argv;
const owner = { unitCode: '08305', unitName: 'Xã Xuân Viên', station: 1, log: 'test1.1' };
const now = Date.UTC(2020, 3, 20, 1) + Math.floor(process.uptime() * 1_000);
const outcome = await makeBackup({ folder, owner, now, lastOrdinal: 0, diskBytes: Infinity }, () => undefined);
process.stdout.write(JSON.stringify(outcome));
