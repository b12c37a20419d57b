export { isDamage } from './store/sqlite.ts';
