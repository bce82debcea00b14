import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseExact, parseRaw } from './exact-json.ts';

const plain = ['0', '1', '-1', '5.9', '100', '0.1', '1e-7', '1e+21', '9007199254740991'];
const kept = ['-0', '5.90', '1.0', '1e3', '1E3', '-2.50', '0.10', '1e21', '9007199254740993', '123456789012345678901'];

describe('numbers as the source wrote them', () => {
  for (const [where, around] of Object.entries({
    alone: (number: string) => number,
    'in a list': (number: string) => `[1, ${number}, 2.5]`,
    'after words that look like numbers': (number: string) =>
      `{"5.90":"1.0 \\" 2.50 \\\\","a":{"b":[${number}]},"c":"-"}`,
  })) {
    it(`are given back the same ${where}`, () => {
      for (const number of [...plain, ...kept]) {
        const text = around(number);
        assert.equal(JSON.stringify(parseRaw(text)), text.replaceAll(', ', ','), text);
      }
    });

    it(`are read as numbers, or as text where a number would lose something, ${where}`, () => {
      for (const number of plain) assert.deepEqual(parseExact(around(number)), JSON.parse(around(number)), number);
      for (const number of kept)
        assert.deepEqual(parseExact(around(number)), JSON.parse(around(`"${number}"`)), number);
    });
  }

  it('refuses what is no JSON, wherever it breaks off', () => {
    for (const text of ['', '-', '5.', '01', '.5', '+1', '1 2', '"abc', '"a\\', '{"a":1', '[1,]', '1e', '--1']) {
      for (const parse of [parseExact, parseRaw]) assert.throws(() => parse(text), SyntaxError, text);
    }
  });
});
