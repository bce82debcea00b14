/** The session cookie's name. `__Host-`: Secure, Path=/, no Domain, so no sibling host can set it. */
export const sessionCookieName = '__Host-portico';

const pattern = /^[A-Za-z0-9_-]{1,512}$/;

/** Parses a Cookie header; malformed pairs are skipped, at most 50 are read. */
export const parseCookies = (header: string | null): Record<string, string> => {
  const cookies: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const pair of (header ?? '').split(';', 50)) {
    const at = pair.indexOf('=');
    if (at < 1) continue;
    const name = pair.slice(0, at).trim();
    const value = pair.slice(at + 1).trim();
    if (pattern.test(value) && !(name in cookies)) cookies[name] = value;
  }
  return cookies;
};

/** A Set-Cookie line. No Max-Age: the cookie ends with the browser, the session ends in the database. */
export const setCookieLine = (name: string, value: string, maxAgeSeconds?: number): string =>
  `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`}`;
