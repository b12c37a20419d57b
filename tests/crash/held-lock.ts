// Stands for a virus scanner or a backup program: takes the write lock of a database and keeps it for a while.
import Database from 'better-sqlite3';

const [file = '', milliseconds = ''] = process.argv.slice(2);
const db = new Database(file);
db.exec('BEGIN IMMEDIATE');
process.send?.('held');
setTimeout(() => {
  db.exec('ROLLBACK');
  db.close();
  process.disconnect?.();
}, Number(milliseconds));
