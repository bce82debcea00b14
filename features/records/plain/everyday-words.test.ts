import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commonWord } from './everyday-words.ts';

describe('common words of a record', () => {
  it('are Spanish to who reads Spanish, however they were capitalized', () => {
    assert.equal(commonWord('Not detected', 'es'), 'No detectado');
    assert.equal(commonWord('O POSITIVE', 'es'), 'O positivo');
    assert.equal(commonWord('Not detected', 'en'), 'Not detected');
  });
  it('are whole texts only: a sentence is never changed in part', () => {
    for (const text of ['Negative for strep', 'No. Negative', 'toString', '__proto__', 'constructor', ''])
      assert.equal(commonWord(text, 'es'), text);
  });
});
