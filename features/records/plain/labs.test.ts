import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findPlainLab, plainLabs } from './labs.ts';
import type { Words } from './plain-lab.ts';

const samples = process.env.PORTICO_SAMPLES;

const textsOf = (lab: (typeof plainLabs)[number]): Words[] =>
  [lab.name, lab.short, lab.measures, lab.high, lab.low, lab.next].filter((words) => words !== null);

describe('plain words for laboratory tests', () => {
  it('are complete in both languages, and each code has one entry', () => {
    const codes = plainLabs.flatMap((lab) => lab.loinc);
    assert.equal(new Set(codes).size, codes.length);
    assert.ok(plainLabs.length >= 60);
    for (const code of codes) assert.match(code, /^\d{1,6}-\d$/);
    for (const lab of plainLabs) {
      for (const { en, es } of textsOf(lab)) {
        assert.ok(en.trim() !== '' && es.trim() !== '', lab.name.en);
        assert.ok(en.length <= 220 && es.length <= 260, lab.name.en);
      }
      assert.ok(lab.short.en.length <= 45 && lab.short.es.length <= 56, lab.short.en);
    }
  });

  it('have short sentences', () => {
    for (const lab of plainLabs) {
      for (const words of textsOf(lab)) {
        for (const text of [words.en, words.es]) {
          for (const sentence of text.split(/(?<=[.!?”])\s+/)) {
            assert.ok(sentence.split(/\s+/).length <= 24, sentence);
          }
        }
      }
    }
  });

  it('cover every laboratory test of the sample records', (t) => {
    if (!samples || !existsSync(join(samples, 'fhir-synthea')))
      return t.diagnostic('PORTICO_SAMPLES is not set: not run');
    const missing = new Set<string>();
    for (const file of globSync('fhir-{synthea,us-core-examples}/*.json', { cwd: samples })) {
      const text = JSON.parse(readFileSync(join(samples, file), 'utf8')) as { entry?: { resource: unknown }[] };
      for (const resource of (text.entry?.map((entry) => entry.resource) ?? [text]) as {
        resourceType: string;
        category?: { coding?: { code?: string }[] }[];
        code?: { coding?: { code: string; display?: string }[] };
      }[]) {
        if (resource.resourceType !== 'Observation') continue;
        if (!resource.category?.some((one) => one.coding?.some((coding) => coding.code === 'laboratory'))) continue;
        const code = resource.code!.coding![0]!;
        if (!findPlainLab(code.code)) missing.add(`${code.code} ${code.display}`);
      }
    }
    assert.deepEqual([...missing], []);
  });
});
