/**
 * How a dossier comes in (hình thức nộp): `direct` at the counter, `post` by the public post, `online` through the portal.
 * Persisted.
 */
export type Channel = 'direct' | 'online' | 'post';

/**
 * How far a procedure can be done online. Until 14 August 2022 the levels had numbers: `partial` was level 3, `full` level 4;
 * since Decree 42/2022 they are called một phần and toàn trình.
 */
export type OnlineScope = 'none' | 'partial' | 'full';
