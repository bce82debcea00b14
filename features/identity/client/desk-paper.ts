import { base64urlnopad as base64url } from '@scure/base';

/**
 * The sheet with a recovery code, on its way from the patient's device to the desk's printer. The key stands in
 * the square that the desk shows and goes over no network: behind `#` in an address. AES-256-GCM; the nonce is
 * random and comes first. The server passes it on and cannot read it.
 */
export type DeskPaper = { recoveryCode: string; signInName: string };

const nonceBytes = 12;
const context = new TextEncoder().encode('portico/v1/desk-paper');

/** 256 random bits, base64url. */
export const newDeskKey = (): string => base64url.encode(crypto.getRandomValues(new Uint8Array(32)));

const keyOf = (key: string, use: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', base64url.decode(key) as Uint8Array<ArrayBuffer>, 'AES-GCM', false, [use]);

export const sealDeskPaper = async (key: string, paper: DeskPaper): Promise<string> => {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const text = new TextEncoder().encode(JSON.stringify(paper));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: context },
    await keyOf(key, 'encrypt'),
    text,
  );
  return base64url.encode(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
};

/** Undefined when it was not sealed under this key, or was changed on the way. */
export const openDeskPaper = async (key: string, sealed: string): Promise<DeskPaper | undefined> => {
  try {
    const bytes = base64url.decode(sealed) as Uint8Array<ArrayBuffer>;
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.subarray(0, nonceBytes), additionalData: context },
      await keyOf(key, 'decrypt'),
      bytes.subarray(nonceBytes),
    );
    const { recoveryCode, signInName } = JSON.parse(new TextDecoder().decode(opened)) as Partial<DeskPaper>;
    return typeof recoveryCode === 'string' && typeof signInName === 'string'
      ? { recoveryCode, signInName }
      : undefined;
  } catch {
    return undefined;
  }
};

/** What a letter's or the desk's square brings: all of it behind `#`. */
export type Brought = { code: string; deskKey?: string; language?: 'en' | 'es' };

/** The address of a square at the desk. */
export const deskAddress = (origin: string, code: string, deskKey: string, language: 'en' | 'es'): string =>
  `${origin}/enrol#${new URLSearchParams({ code, desk: deskKey, lang: language })}`;

/** Undefined when the address brings no code. */
export const readBrought = (hash: string): Brought | undefined => {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const [code, desk, lang] = [given.get('code'), given.get('desk'), given.get('lang')];
  if (!code || !/^[0-9A-Za-z -]{16,40}$/.test(code)) return undefined;
  return {
    code,
    ...(desk && /^[A-Za-z0-9_-]{43}$/.test(desk) ? { deskKey: desk } : {}),
    ...(lang === 'en' || lang === 'es' ? { language: lang } : {}),
  };
};
