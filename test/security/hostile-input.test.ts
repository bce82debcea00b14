import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod/mini';
import type { HumanRole } from '#features/access/index.ts';
import type { Contract } from '#platform/contract.ts';
import { createLog } from '#platform/log.ts';
import { contracts } from '../../server/routes.ts';
import * as identity from '../../features/identity/contract.ts';
import { directOpaque } from '../../features/identity/client/opaque.ts';
import { enrolled } from '../harness/enrolled.ts';
import { makePerson } from '../harness/people.ts';
import { hostileRequests, type Example, type HostileRequest } from './hostile-values.ts';
import { examples } from './matrix-examples.ts';
import { makeWorld, type MatrixActor, type World } from './matrix-world.ts';

const reachable = contracts.filter((contract) => contract.audience !== 'service');

/** Everything here is bounded: the property stops after this, whatever the machine. */
const timeLimitMs = 7_000;

/** Whatever anybody sends, the answer is never an error of ours, and nothing wakes whoever runs the portal. */
describe('hostile input', () => {
  const logged: string[] = [];
  let world: World;
  before(async () => {
    world = await makeWorld({ log: createLog('warn', { write: (line: string) => void logged.push(line) }) });
  });
  after(() => world?.drop());

  const defects = (): string[] =>
    logged.filter((line) => /"msg":"(defect|a refusal could not be recorded)"/.test(line));

  const actorOf = (role: HumanRole): MatrixActor =>
    world.actors.find((actor) => actor.role === role && actor.tie === 'every tie')!;

  const exampleOf = (contract: Contract, actor: MatrixActor): Example => {
    const example = examples[contract.id] ?? {};
    return {
      params: example.params?.(world, world.known, actor) ?? {},
      query: example.query ?? {},
      body: example.body?.(world, world.known, actor) ?? {},
    };
  };

  /** A session for this operation alone, where it may end it. */
  const cookieOf = async (contract: Contract, actor: MatrixActor): Promise<string> => {
    if (!examples[contract.id]?.endsSession) return actor.person.cookie;
    return (await makePerson(world.database.pool('owner'), { role: actor.role })).cookie;
  };

  let sent = 0;
  /** In the process, with a new address each time: throttles by address must not hide what lies behind them. */
  const sendFor = async (request: HostileRequest, cookie: string | undefined) => {
    const headers = new Headers({ 'content-type': 'application/json', ...request.headers });
    if (cookie) headers.set('cookie', [request.headers.cookie, cookie].filter(Boolean).join('; '));
    const remoteAddress =
      sent++ % 2 === 0
        ? `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`
        : `2001:db8:${sent.toString(16)}::1`;
    const { method, body } = request;
    const web = new Request(`${world.server.url}${request.at}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    const response = await world.server.portico.fetch(web, { incoming: { socket: { remoteAddress } } });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, answer: (isJson ? JSON.parse(text) : {}) as Record<string, unknown> };
  };

  it('is never answered with an error of ours, for any operation, by three roles and by nobody (property)', async (t) => {
    const roles = ['patient', 'nurse', 'front_desk', 'administrator'] as const;
    const one = await Promise.all(
      reachable.flatMap((contract) =>
        [...roles, undefined].map(async (role) => {
          const actor = actorOf(role ?? 'patient');
          const cookie = role && (await cookieOf(contract, actor));
          return hostileRequests(contract, exampleOf(contract, actor)).map((request) => ({
            id: contract.id,
            role,
            cookie,
            request,
          }));
        }),
      ),
    );
    const property = fc.asyncProperty(fc.array(fc.oneof(...one), { minLength: 8, maxLength: 16 }), async (cases) => {
      await Promise.all(
        cases.map(async ({ id, role, cookie, request }) => {
          const { status } = await sendFor(request, cookie);
          assert.ok(status < 500, `${id} as ${role ?? 'nobody'}: ${status}`);
        }),
      );
      assert.deepEqual(defects(), []);
    });
    await fc.assert(property, { numRuns: 400, interruptAfterTimeLimit: timeLimitMs, endOnFailure: true });
    t.diagnostic(`${sent} requests`);
    assert.ok(sent > 500, 'the property had time to say something');
  });

  it('is never answered so in the middle of a sign-in or an enrolment either', async () => {
    const post = async (contract: Contract, body: Record<string, unknown>, cookie?: string) => {
      const request = { method: 'POST', at: contract.path, body: JSON.stringify(body), headers: {} };
      const { status, answer } = await sendFor(request, cookie);
      assert.ok(status < 500, `${contract.id}: ${status}`);
      return { status, answer };
    };
    const garbage = (length: number): string => randomBytes(length).toString('base64url').slice(0, length);
    const steps = (flow: string): [Contract, Record<string, unknown>][] => [
      [identity.finishSignIn, { flow, finishLoginRequest: garbage(86) }],
      [identity.verifyCode, { flow, code: '000000', role: 'administrator' }],
      [identity.recoverAuthenticator, { flow, recoveryProof: garbage(43) }],
      [identity.confirmAuthenticator, { flow, code: '999999' }],
      [identity.finishSetUp, { flow, recoveryProof: garbage(43) }],
      ...[40, 43, 60].map((length): [Contract, Record<string, unknown>] => [
        identity.choosePassword,
        { flow, registrationRequest: garbage(length) },
      ]),
      ...[200, 256, 400].map((length): [Contract, Record<string, unknown>] => [
        identity.keepPassword,
        { flow, registrationRecord: garbage(length) },
      ]),
    ];
    const person = await enrolled(world.server, ['nurse']);
    const administrator = actorOf('administrator').person.cookie;
    const officer = actorOf('privacy_officer').person.cookie;
    for (let nth = 0; nth < 6; nth++) {
      const { request } = await directOpaque.startLogin('wrong');
      const name = nth % 2 === 0 ? person.signInName : `${garbage(9)}@example.org`;
      const started = await post(identity.startSignIn, { name, startLoginRequest: request });
      assert.equal(started.status, 200);
      const invited = await post(
        identity.inviteStaff,
        { name: 'Nia', email: `${garbage(9)}@example.org`, role: 'nurse' },
        administrator,
      );
      assert.equal(invited.status, 200);
      const { invitation, invitationId, suggestedName } = invited.answer;
      const decision = { method: 'POST', at: `/api/role-requests/${invitationId as string}/decision` };
      const approved = await sendFor({ ...decision, body: JSON.stringify({ approve: true }), headers: {} }, officer);
      assert.equal(approved.status, 200);
      const enrolment = await post(identity.startEnrolment, { invitation, name: suggestedName, language: 'en' });
      assert.equal(enrolment.status, 200);
      for (const { answer } of [started, enrolment]) {
        const order = steps(answer.flow as string);
        for (const [contract, body] of nth < 3 ? order : order.toReversed()) await post(contract, body);
      }
    }
    assert.deepEqual(defects(), []);
  });

  it('finds ids in one shape only, in every operation', () => {
    const capitals = world.known.id.toUpperCase();
    const noId = capitals.replaceAll(/[^-]/g, 'Z');
    const wrong = reachable.flatMap((contract) =>
      (['params', 'query', 'body'] as const).flatMap((part) =>
        Object.entries(contract[part]?.shape ?? {})
          .filter(([, shape]) => takesId(shape, world.known.id) && takesId(shape, capitals) && !takesId(shape, noId))
          .map(([name]) => `${contract.id} ${part}.${name}`),
      ),
    );
    assert.deepEqual(wrong, []);
    const patients = reachable.filter((contract) => contract.patient !== undefined);
    for (const contract of patients) {
      const shape = contract.params!.shape[contract.patient!]!;
      assert.ok(takesId(shape, world.known.id) && !takesId(shape, capitals), contract.id);
    }
    assert.ok(patients.length > 4);
  });

  const takesId = (shape: z.core.$ZodType, value: string): boolean => z.safeParse(shape, value).success;
});
