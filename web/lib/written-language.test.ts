import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { writtenLanguage } from './written-language.ts';

describe('the language of a note', () => {
  it('is told by its small words', () => {
    assert.equal(writtenLanguage('Critical value called to the office of Dr. Feld and read back.'), 'en');
    assert.equal(writtenLanguage('Su azúcar sigue mejorando. Llame si se siente mal.'), 'es');
    assert.equal(writtenLanguage('Hemolyzed.'), undefined);
    assert.equal(writtenLanguage(''), undefined);
  });
});
