import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { ConfigError, isLoopback, readConfig } from './config.ts';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems;
  }
}

describe('configuration', () => {
  it('needs nothing for a trial on one machine', () => {
    const config = readConfig({});
    assert.equal(config.dataFolder, resolve('var'));
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.port, 8080);
    assert.equal(config.databaseUrl, undefined);
  });

  it('tells all problems at once and names each variable', () => {
    const problems = problemsOf({
      PORTICO_PORT: 'eighty',
      PORTICO_HOST: '0.0.0.0',
      PORTICO_ORIGIN: 'http://portal.example.org',
      PORTICO_TLS_CERT: '/nowhere/cert.pem',
      PORTICO_LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://root:hunter2@db/portico',
      PORTICO_TRUSTED_PROXY: 'proxy',
      PORTICO_PROT: '80',
    });
    for (const name of [
      'PORTICO_PORT',
      'PORTICO_ORIGIN',
      'PORTICO_TLS_CERT',
      'PORTICO_LOG_LEVEL',
      'DATABASE_URL',
      'PORTICO_TRUSTED_PROXY',
      'PORTICO_PROT',
    ]) {
      assert.ok(
        problems.some((problem) => problem.includes(name)),
        `${name} in ${problems.join('; ')}`,
      );
    }
    assert.ok(!problems.join().includes('hunter2'), 'a password is never repeated');
  });

  it('serves plain HTTP on loopback only', () => {
    for (const host of ['0.0.0.0', '192.0.2.1', '::']) {
      assert.match(
        problemsOf({ PORTICO_HOST: host, PORTICO_ORIGIN: 'https://portal.example.org' }).join(),
        /loopback only/,
      );
    }
    for (const host of ['127.0.0.1', '127.8.9.1', '::1', 'localhost'])
      assert.deepEqual(problemsOf({ PORTICO_HOST: host }), []);
    assert.equal(isLoopback('[::1]'), true);
    assert.equal(isLoopback('127.0.0.1.example.org'), false);
  });

  it('refuses a database elsewhere without a checked certificate', () => {
    assert.match(
      problemsOf({ DATABASE_URL: 'postgres://o:p@db.example.org/portico?sslmode=require' }).join(),
      /verify-full/,
    );
    assert.deepEqual(problemsOf({ DATABASE_URL: 'postgres://o:p@db.example.org/portico?sslmode=verify-full' }), []);
    assert.deepEqual(problemsOf({ DATABASE_URL: 'postgres://o:p@localhost/portico' }), []);
  });
});
