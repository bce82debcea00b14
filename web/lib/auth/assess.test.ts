import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assess } from './assess.ts';

describe('password strength', () => {
  const me = ['Ana Ruiz', 'ana.ruiz@example.org', 'Oakfield Family Clinic'];
  const table: [string, string, string | null][] = [
    ['fourteen characters', 'kdu3-vmQ8zpr7w', 'short'],
    ['257 characters', 'x'.repeat(257), 'long'],
    ['a famous phrase', 'correct horse battery staple', 'common'],
    ['the same with swaps and signs', 'C0rrect-H0rse-Battery-5taple!', 'common'],
    ['a Spanish phrase with accents and a year', 'Mi contraseña es 2026', 'common'],
    ['a keyboard walk', 'qwertyuiopasdfgh', 'guessable'],
    ['one letter', 'aaaaaaaaaaaaaaaaaaaa', 'guessable'],
    ['a common word twice', 'passwordpassword', 'guessable'],
    ['digits in order', '123456789012345', 'guessable'],
    ['the own name and the clinic', 'ana ruiz oakfield clinic', 'personal'],
    ['the own address', 'ana.ruiz@example.org1', 'personal'],
    ['a simple sentence', 'my dog likes bones', 'guessable'],
    ['a longer simple sentence', 'i like to eat pizza', 'guessable'],
    ['a simple Spanish sentence', 'mi perro come huesos', 'guessable'],
    ['the own name twice', 'ana ruiz ana ruiz', 'personal'],
    ['four plain words', 'purple lantern seven rivers', null],
    ['four Spanish words', 'gato azul come pan tarde', null],
    ['random letters', 'kdu3-vmQ8zpr7wLx', null],
    ['no composition rules: lower case only', 'walnut thistle orbit cellar', null],
    ['any script', 'лампа дорога окно чайник', null],
  ];
  for (const [what, password, problem] of table) {
    it(`${what}: ${problem ?? 'good'}`, () => {
      assert.equal(assess(password, me).problem, problem);
    });
  }

  it('counts characters, not code units, and reads compatible forms as one', () => {
    assert.equal(assess('😀'.repeat(14), me).problem, 'short');
    assert.equal(assess('ｋｄｕ３-ｖｍＱ８ｚｐｒ７ｗＬｘ', me).problem, null);
  });

  it('fills the meter only when the password is good enough', () => {
    assert.equal(assess('purple lantern seven rivers', me).strength, 1);
    for (const [, password, problem] of table) {
      if (problem !== null) assert.ok(assess(password, me).strength < 1, password);
    }
  });
});
