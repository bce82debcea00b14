import { demoOrganization } from '../cast/clinic.ts';
import { add, staffRef } from './chart.ts';
import { concept, type Resource } from './elements.ts';
import { ofVisit, type Visit } from './visits.ts';

const kinds = {
  progress: ['11506-3', 'Progress note', 'Nota de la visita'],
  consult: ['11488-4', 'Consult note', 'Nota del especialista'],
  discharge: ['18842-5', 'Discharge summary', 'Resumen del alta'],
  procedure: ['28570-0', 'Procedure note', 'Nota del procedimiento'],
  phone: ['34748-4', 'Telephone encounter note', 'Nota de la llamada'],
} as const;
export type NoteKind = keyof typeof kinds;

const dayInWords = ({ takenAt, chart }: Visit): string =>
  new Intl.DateTimeFormat(chart.patient.language === 'es' ? 'es-US' : 'en-US', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(takenAt.slice(0, 10)));

/** A written note of a visit, in the patient's language. */
export const addNote = (visit: Visit, text: string, kind: NoteKind = 'progress'): Resource => {
  const { patient } = visit.chart;
  const [code, display, inSpanish] = kinds[kind];
  const isSpanish = patient.language === 'es';
  const title = `${isSpanish ? inSpanish : display}: ${visit.reason}`;
  const body = `${title}\n${visit.by.name}, ${dayInWords(visit)}\n\n${text.trim()}\n`;
  return add(visit.chart, 'DocumentReference', {
    status: 'current',
    docStatus: 'final',
    type: concept('loinc', code, display, title),
    category: [
      {
        coding: [
          {
            system: 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category',
            code: 'clinical-note',
            display: 'Clinical Note',
          },
        ],
        text: 'Clinical note',
      },
    ],
    date: visit.issuedAt,
    author: [staffRef(visit.by)],
    custodian: { reference: `Organization/${demoOrganization.id}`, display: demoOrganization.name },
    content: [
      {
        attachment: {
          contentType: 'text/plain; charset=utf-8',
          language: isSpanish ? 'es-US' : 'en-US',
          data: Buffer.from(body, 'utf8').toString('base64'),
          title,
          creation: visit.issuedAt,
        },
      },
    ],
    context: { encounter: [{ reference: ofVisit(visit).encounter.reference }], period: { start: visit.takenAt } },
  });
};
