/** The server above this counter, and the right to talk to it. */
export type UpstreamSetting = {
  readonly serverUrl: string;
  /** As it came from the server, or wrapped by the key store of the operating system. */
  readonly token: string;
  readonly protectedBy: 'os-key-store' | 'none';
};

export const UPSTREAM_SETTING = 'upstream';

/** The setting as it stands in the store; undefined when no server was named. */
export function parseUpstreamSetting(
  value: { readonly [key: string]: unknown } | undefined,
): UpstreamSetting | undefined {
  if (!value) return undefined;
  const { serverUrl, token, protectedBy } = value;
  if (typeof serverUrl !== 'string' || typeof token !== 'string') return undefined;
  return { serverUrl, token, protectedBy: protectedBy === 'none' ? 'none' : 'os-key-store' };
}
