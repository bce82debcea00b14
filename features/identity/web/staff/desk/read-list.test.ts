import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { readList, textOf } from './read-list.ts';

const rowsOf = (text: string) => {
  const read = readList(text);
  assert.ok('rows' in read, JSON.stringify(read));
  return read.rows;
};

describe('a clerk’s list', () => {
  it('is read whatever program wrote it', () => {
    const english =
      'Last name,First name,DOB,MRN,E-mail,Diagnosis\n"Peña, Jr.",Inés,3/14/1968,JH 104,ines@example.org,secret';
    const spanish =
      'Apellidos;Nombre;Fecha de nacimiento;Idioma\r\nPeña;Inés;1968-03-14;español\r\n;;;\r\nIbáñez;Ana;1970-01-01;\r\n';
    const [one] = rowsOf(english);
    assert.deepEqual(one, {
      line: 2,
      familyName: 'Peña, Jr.',
      givenName: 'Inés',
      birthDate: '3/14/1968',
      mrn: 'JH 104',
      language: '',
      email: 'ines@example.org',
    });
    // What is not needed does not leave the browser.
    assert.ok(!JSON.stringify(one).includes('secret'));
    for (const text of [
      spanish,
      `\uFEFF${spanish}`,
      textOf(new TextEncoder().encode(spanish)),
      textOf(Buffer.from(spanish, 'latin1')),
      textOf(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(spanish, 'utf16le')])),
      spanish.replaceAll(';', '\t'),
      spanish.replaceAll('\r\n', '\n'),
    ]) {
      const rows = rowsOf(text);
      assert.deepEqual(
        rows.map(({ line, familyName }) => [line, familyName]),
        [
          [2, 'Peña'],
          [4, 'Ibáñez'],
        ],
      );
    }
  });

  it('that cannot be one says why', () => {
    const heading = 'family name,given name,birth date\n';
    assert.deepEqual(readList('  \n'), { problem: 'empty' });
    assert.deepEqual(readList(heading), { problem: 'empty' });
    assert.deepEqual(readList('name,phone\nAna,555'), {
      problem: 'columns',
      missing: ['familyName', 'givenName', 'birthDate'],
    });
    assert.deepEqual(readList(`${heading}a\0b,c,d`), { problem: 'not-text' });
    assert.deepEqual(readList(heading + 'a,b,1970-01-01\n'.repeat(501)), { problem: 'too-many', count: 501 });
    assert.deepEqual(readList('x'.repeat(1024 * 1024 + 1)), { problem: 'too-large' });
  });

  it('of garbage never throws, and no cell grows without end', () => {
    for (let round = 0; round < 50; round++) readList(textOf(randomBytes(20_000)));
    readList(`a,b\n${'"'.repeat(200_000)}`);
    const [row] = rowsOf(`last,first,dob\n${'x'.repeat(5_000)},=1+1,${'9'.repeat(5_000)}`);
    assert.deepEqual([row!.familyName.length, row!.givenName, row!.birthDate.length], [200, '=1+1', 40]);
  });
});
