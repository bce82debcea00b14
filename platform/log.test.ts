import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLog, type LogFields } from './log.ts';

function logged(fields: LogFields): Record<string, unknown> {
  let text = '';
  createLog('info', { write: (line: string) => void (text += line) }).info('something happened', fields);
  return JSON.parse(text) as Record<string, unknown>;
}

describe('log', () => {
  it('writes one JSON line with a word for the level and an ISO time', () => {
    const line = logged({ operation: 'records.listResults', status: 200, ms: 3.5 });
    assert.equal(line.level, 'info');
    assert.equal(line.msg, 'something happened');
    assert.equal(line.operation, 'records.listResults');
    assert.match(String(line.time), /^\d{4}-\d\d-\d\dT/);
  });

  it('drops every field that is not on the list', () => {
    const careless = { status: 200, body: { name: 'canary-name' }, patient: 'canary-name', ip: '192.0.2.1' };
    assert.ok(!JSON.stringify(logged(careless as LogFields)).includes('canary'));
    const nested = { reason: { text: 'canary-name' } };
    assert.ok(!JSON.stringify(logged(nested as unknown as LogFields)).includes('canary'));
  });

  it('tells class, code and place of an error, never what it quotes', () => {
    const error = new Error('invalid input: "canary-name"\n    at canary-name', {
      cause: new TypeError('canary-cause'),
    });
    Object.assign(error, { code: '22P02', detail: 'canary-detail' });
    const line = logged({ error });
    const text = JSON.stringify(line);
    assert.ok(!text.includes('canary'), text);
    const described = line.error as { name: string; code: string; at: string[]; cause: { name: string } };
    assert.equal(described.name, 'Error');
    assert.equal(described.code, '22P02');
    assert.match(described.at[0]!, /log\.test\.ts/);
    assert.equal(described.cause.name, 'TypeError');
  });
});
