import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { directOpaque } from './client/opaque.ts';
import { createOpaqueServer, createOpaqueSetup } from './opaque.ts';
import { openOpaqueThreads } from './opaque-threads.ts';

describe('stretching on threads', async () => {
  const server = await createOpaqueServer(await createOpaqueSetup());
  const threads = openOpaqueThreads();
  after(() => threads.close());

  const registered = async (account: string, password: string): Promise<string> => {
    const { state, request } = await threads.client.startRegistration(password);
    return (await threads.client.finishRegistration(state, server.register(account, request), password)).record;
  };
  const opens = async (account: string, record: string, password: string): Promise<boolean> => {
    const { state, request } = await directOpaque.startLogin(password);
    const login = server.startLogin(account, record, request);
    const finished = await directOpaque.finishLogin(state, login.response, password);
    return finished !== undefined && server.finishLogin(login.state, finished.request);
  };

  it('gives each account the record of its own password, many at once', async () => {
    const names = ['ana', 'bo', 'cy', 'di', 'ed'];
    const records = await Promise.all(names.map((name) => registered(name, `${name} and a long password`)));
    assert.equal(new Set(records).size, names.length);
    assert.ok(await opens('ana', records[0]!, 'ana and a long password'));
    assert.ok(await opens('ed', records[4]!, 'ed and a long password'));
    assert.equal(await opens('ed', records[4]!, 'ana and a long password'), false);
  });

  it('says what it cannot do and goes on; after the end it refuses instead of waiting', async () => {
    await assert.rejects(threads.client.finishRegistration('nonsense', 'nonsense', 'x'), /could not be finished/);
    assert.ok(await registered('fay', 'fay and a long password'));
    const left = registered('gus', 'gus and a long password');
    await Promise.all([assert.rejects(left, /thread ended/), threads.close()]);
    await assert.rejects(registered('hal', 'hal and a long password'), /thread ended/);
  });
});
