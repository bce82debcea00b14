import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countText, fernandezHuerta, fleschKincaidGrade, spanishSyllables, szigrisztPazos } from './readability.ts';

describe('reading level', () => {
  it('counts the syllables of Spanish words', () => {
    const known = {
      sol: 1,
      pan: 1,
      casa: 2,
      sangre: 2,
      riñón: 2,
      día: 2,
      oído: 3,
      aire: 2,
      agua: 2,
      cuerpo: 2,
      médico: 3,
      orina: 3,
      corazón: 3,
      quiere: 2,
      guía: 2,
      guerra: 2,
      pingüino: 3,
      leer: 2,
      área: 3,
      héroe: 3,
      país: 2,
      ciudad: 2,
      rey: 1,
      muy: 1,
      hoy: 1,
      ayuda: 3,
      yodo: 2,
      construir: 2,
      hígado: 3,
      glóbulos: 3,
      anemia: 3,
      presión: 2,
      diarrea: 3,
      vacuna: 3,
      tiroides: 3,
      enfermedad: 4,
      respiración: 4,
      oxígeno: 4,
      y: 1,
      reúne: 3,
      estudiáis: 3,
      buey: 1,
      ahora: 3,
      cirugía: 4,
      equipo: 3,
    };
    for (const [word, count] of Object.entries(known)) assert.equal(spanishSyllables(word), count, word);
  });

  it('counts sentences, words and numbers, and spells abbreviations out', () => {
    const text = ['LDL is 100.4 mg. Lower is better!', 'Ask “why?” It helps.'];
    assert.deepEqual(countText(text, 'en'), { sentences: 4, words: 11, syllables: 15 });
  });

  it('finds easy what is easy, hard what is hard, by the published formulas', () => {
    const counts = { sentences: 2, words: 20, syllables: 30 };
    assert.ok(Math.abs(fleschKincaidGrade(counts) - 6.01) < 0.001);
    assert.ok(Math.abs(fernandezHuerta(counts) - 106.64) < 0.001);
    assert.ok(Math.abs(szigrisztPazos(counts) - 103.385) < 0.001);
    const hard = countText(['Deteriorating glomerular filtration necessitates pharmacological reconsideration.'], 'en');
    assert.ok(fleschKincaidGrade(hard) > 20);
    const easy = countText(['The cat sat on the mat. It was a hot day.'], 'en');
    assert.ok(fleschKincaidGrade(easy) < 2);
    const dificil = countText(['La insuficiencia glomerular requiere reconsideración farmacológica.'], 'es');
    assert.ok(fernandezHuerta(dificil) < 30);
    const facil = countText(['El sol sale. El gato come pan.'], 'es');
    assert.ok(fernandezHuerta(facil) > 85);
  });
});
