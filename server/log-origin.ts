import type { Config } from '#platform/config.ts';

/** The name of a new audit log; an existing one keeps the name it was made with. */
export function logOriginOf(config: Config): string {
  return config.logOrigin ?? `${new URL(config.origin ?? 'http://localhost').hostname}/log`;
}
