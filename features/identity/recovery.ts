import { AppError } from '#platform/errors.ts';
import type { InputOf } from '#platform/contract.ts';
import type { Tx } from '#platform/db/pool.ts';
import { newId, type Id } from '#platform/ids.ts';
import { systemSubject } from '#platform/kms/sealer.ts';
import type { OpenContext } from '#platform/operation.ts';
import { sha256 } from './codes.ts';
import { recordStep, type Core } from './core.ts';
import { findFactors } from './factors.ts';
import { beginFlow, setUpFlowS } from './flow.ts';
import { useCode, whoIs } from './sign-in.ts';
import { bucketsOf, countTry, giveBack, tooMany } from './throttle.ts';
import * as contract from './contract.ts';

/** Forgotten password: recovery code and authenticator code together, each of them wrong looks the same. */
export const recoverPassword = async (
  core: Core,
  { body }: InputOf<typeof contract.recoverPassword>,
  ctx: OpenContext,
) => {
  const who = await whoIs(core, body.name, ctx);
  const buckets = bucketsOf(core, 'recovery', who.token.toString('hex'), ctx.ip, who.device ?? undefined);
  const historyId = newId<Id>(core.clock.now().getTime());
  const told = { historyId, accountId: who.accountId, step: 'recovery' as const };
  const refused = await countTry(core, buckets);
  const proof = sha256(Buffer.from(body.recoveryProof, 'base64url'));
  const name = await core.pool.transaction(async (tx): Promise<string | undefined> => {
    // A name nobody has costs the same look-up, and finds nothing.
    const proved = !refused && (await provesBoth(core, tx, who.accountId ?? systemSubject, proof, body.code));
    const outcome = proved ? 'started' : refused ? 'refused' : 'wrong';
    if (!refused || refused.isFirst)
      tx.atCommit(...(await recordStep(core, contract.recoverPassword, ctx, { ...told, outcome })));
    if (!proved) return undefined;
    const flow = await beginFlow(core, {
      kind: 'recover',
      stage: 'new-password',
      accountId: who.accountId,
      state: { historyId },
      ttlS: setUpFlowS,
    });
    tx.atCommit(flow.bound, giveBack(buckets.map(({ key }) => key)));
    return flow.name;
  });
  if (refused) throw tooMany(refused);
  if (name === undefined) throw new AppError('unauthenticated', 'Those do not go together.');
  return { flow: name };
};

const provesBoth = async (core: Core, tx: Tx, accountId: string, proof: Buffer, code: string): Promise<boolean> => {
  const factors = await findFactors(core, tx, accountId);
  return factors !== undefined && factors.recoveryHash.equals(proof) && (await useCode(core, tx, accountId, code));
};
