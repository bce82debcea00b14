import { bind } from '#platform/db/statement.ts';
import { newId, type AccountId, type RoleGrantId } from '#platform/ids.ts';
import { systemSubject } from '#platform/kms/sealer.ts';
import { directOpaque, type OpaqueClient } from './client/opaque.ts';
import { newRecoveryCode, recoveryProofOf } from './client/recovery-code.ts';
import { sha256 } from './codes.ts';
import type { Role } from './contract.ts';
import type { Core } from './core.ts';
import { firstFactors } from './factors.ts';
import { accountBound, belongsTo } from './set-up.ts';
import { normalName } from './sign-in-name.ts';
import * as sql from './statements.ts';
import { newTotpSecret } from './totp.ts';

export type NewAccount = {
  name: string;
  /** E-mail or printed name. */
  signInName: string;
  password: string;
  /** Base32; a new one when absent. */
  totpSecret?: string;
  /** A new one when absent. */
  recoveryCode?: string;
  roles: readonly Role[];
  language?: 'en' | 'es';
  /** The account's own record: writes the relationship `self`. */
  patientId?: string;
  /** Records opened to this account as a trusted person. */
  trustedFor?: readonly { patientId: string; viewAreas: readonly string[]; actAreas: readonly string[] }[];
};

export type MadeAccount = { id: string; totpSecret: string; recoveryCode: string };

/**
 * Enrols an account without a browser, a good part of a second of stretching each: for the demo clinic and tests.
 * @param client where the stretching happens; this thread when absent
 */
export const makeAccount = async (
  core: Core,
  wanted: NewAccount,
  client: OpaqueClient = directOpaque,
): Promise<MadeAccount> => {
  const id = newId<AccountId>();
  const password = wanted.password.normalize('NFKC');
  const { state, request } = await client.startRegistration(password);
  const { record } = await client.finishRegistration(state, core.opaque.register(id, request), password);
  const totpSecret = wanted.totpSecret ?? newTotpSecret();
  const recoveryCode = wanted.recoveryCode ?? (await newRecoveryCode());
  const proof = await recoveryProofOf(recoveryCode);
  if (proof === undefined) throw new TypeError('not a recovery code');
  const account = {
    id,
    name: wanted.name,
    signInName: normalName(wanted.signInName),
    language: wanted.language ?? 'en',
  } as const;
  const factors = { record, totpSecret, step: 0, recoveryHash: sha256(Buffer.from(proof, 'base64url')) };
  const made = await firstFactors(core, id, factors);
  const event = await core.audit.prepare({
    requestId: id,
    operation: 'identity.makeAccount',
    resource: 'identity.account',
    action: 'write',
    category: 'account',
    outcome: 'ok',
    patientId: null,
    actor: { accountId: null, role: 'operator', name: '' },
    onBehalfOf: null,
    purpose: null,
    at: core.clock.now(),
    internal: {
      ip: null,
      userAgent: null,
      sessionId: null,
      detail: `roles ${wanted.roles.join(' ')}`,
      writes: made.writes,
    },
  });
  await core.pool.run([
    await accountBound(core, account),
    made.bound,
    ...wanted.roles.map((role) => bind(sql.grantRole, [newId<RoleGrantId>(), id, role, systemSubject, systemSubject])),
    ...(wanted.patientId === undefined ? [] : belongsTo(id, wanted.patientId)),
    ...(wanted.trustedFor ?? []).map(({ patientId, viewAreas, actAreas }) =>
      bind(sql.relate, [newId(), 'trusted_person', id, patientId, null, viewAreas, actAreas]),
    ),
    ...core.audit.insert(event, [id]),
  ]);
  return { id, totpSecret, recoveryCode };
};
