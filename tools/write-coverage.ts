// Writes docs/record-coverage.md from the sample records (PORTICO_SAMPLES).
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { coverageDocument } from '../features/ehr/coverage/document.ts';
import { surveySamples } from '../features/ehr/coverage/survey.ts';

const samples = process.env.PORTICO_SAMPLES;
if (!samples) throw new Error('PORTICO_SAMPLES must name the folder of sample records');
writeFileSync(
  path.resolve(import.meta.dirname, '../docs/record-coverage.md'),
  coverageDocument(surveySamples(samples)),
);
