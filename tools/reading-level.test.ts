import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { everyEntry } from '../features/records/plain/every-entry.ts';
import { catalogueTexts } from './catalogue-texts.ts';
import { highestGrade, levelOf, lowestEase, plainWordsPage } from './reading-level.ts';

describe('the reading level of the plain words', () => {
  it(`is at most grade ${highestGrade}, and ${lowestEase} or easier in Spanish`, () => {
    const hard = everyEntry.map(levelOf).filter(({ grade, ease }) => grade > highestGrade || ease < lowestEase);
    assert.deepEqual(
      hard.map(({ name }) => name.en),
      [],
    );
  });

  it('fails for hard words', () => {
    const text = {
      en: 'Deteriorating glomerular filtration necessitates pharmacological reconsideration.',
      es: 'La insuficiencia glomerular requiere una reconsideración farmacológica especializada.',
    };
    const { grade, ease } = levelOf({ ...everyEntry[0]!, texts: [text] });
    assert.ok(grade > highestGrade && ease < lowestEase, `${grade} ${ease}`);
  });

  it('is what docs/reading-level.md says (node tools/reading-level.ts writes it)', () => {
    const page = readFileSync(new URL('../docs/reading-level.md', import.meta.url), 'utf8');
    assert.ok(page.startsWith(plainWordsPage()));
  });
});

describe('texts of a catalogue', () => {
  it('are read as people read them', () => {
    const catalogue = [
      'msgid ""\nmsgstr ""\n"Language: en\\n"',
      '#: a.tsx\nmsgid "Hello <0>{name}</0>"\nmsgstr "Hello <0>{name}</0>"',
      'msgid ""\n"two "\n"lines"\nmsgstr ""\n"two "\n"lines \\"q\\""',
      'msgid "x"\nmsgstr "{n, plural, one {# day ago} other {# days {when} ago}}."',
      '#~ msgid "gone"\n#~ msgstr "gone"',
    ].join('\n\n');
    assert.deepEqual(catalogueTexts(catalogue), ['Hello 7', 'two lines "q"', '7 days 7 ago.']);
  });
});
