import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, 30 seconds. */
const periodS = 30;
const parameters = { algorithm: 'SHA1', digits: 6, period: periodS };

/** 160 random bits, base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

const totpOf = (secret: string): TOTP => new TOTP({ ...parameters, secret: Secret.fromBase32(secret) });

/**
 * The 30-second step that the code belongs to (one step either way for clocks that are off), or
 * undefined. The caller must still make sure that the step was not used before.
 */
export const stepOfCode = (secret: string, code: string, now: Date): number | undefined => {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / periodS) + delta;
};

/** The code an authenticator app would show. */
export const codeAt = (secret: string, now: Date): string => totpOf(secret).generate({ timestamp: now.getTime() });

/** What the QR code holds. Label: clinic and sign-in name, so that the app's list is readable. */
export const otpauthUri = (secret: string, clinicName: string, name: string): string =>
  new TOTP({ ...parameters, issuer: clinicName, label: name, secret: Secret.fromBase32(secret) }).toString();
