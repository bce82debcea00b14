/**
 * The one Trusted Types policy of the page, `portico-worker`: it lets through the addresses of our
 * own hashed worker files and nothing else (the page's CSP names no other policy).
 */
type ScriptUrlPolicy = { createScriptURL: (url: string) => unknown };
type TrustedTypesHost = {
  trustedTypes?: {
    createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => ScriptUrlPolicy;
  };
};

const workerPath = /^\/assets\/[A-Za-z0-9_.-]+\.js$/;

const checkedUrl = (url: string): string => {
  const resolved = new URL(url, location.origin);
  const isOurs = resolved.origin === location.origin && (import.meta.env.DEV || workerPath.test(resolved.pathname));
  if (!isOurs) throw new TypeError('only our own worker files may start');
  return resolved.href;
};

let policy: ScriptUrlPolicy | undefined;

/**
 * Starts one of our workers. `url` comes from `import url from './x.worker.ts?worker&url'`.
 * Throws a TypeError for any other address.
 */
export const startWorker = (url: string): Worker => {
  const host = globalThis as TrustedTypesHost;
  policy ??= host.trustedTypes?.createPolicy('portico-worker', { createScriptURL: checkedUrl });
  const trusted = policy ? policy.createScriptURL(url) : checkedUrl(url);
  return new Worker(trusted as string, { type: 'module' });
};
