import { AppError } from '#platform/errors.ts';
import { statement } from '#platform/db/statement.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import { rawBytes, writes, type Handler, type RawBytes, type WriteTx } from '#platform/operation.ts';
import { sideOf } from '../list-handlers.ts';
import { openRow, type SealedRow } from '../open-rows.ts';
import { bodiesIn } from '../read/note.ts';
import { attachmentOf, bodyKindOf, bytesOf, wordsOfBody, type Attachment } from '../read/attachment.ts';
import { textOf, type Element, type FhirResource } from '../read/elements.ts';
import { headingOf } from '../read/read-entry.ts';
import { isHeld, resourceColumns, sealedRow, withHead } from '../store.ts';
import * as contract from './contract.ts';

type Side = ReturnType<typeof sideOf>;

const findIn = (side: Side) =>
  statement({
    name: `records.findInArea${side === 'staff' ? '' : 'Held'}`,
    text: `select ${resourceColumns} from records.resource r ${withHead}
      where r.patient_id = $1 and r.id = $2 and r.area = $3${side === 'staff' ? '' : ` and not ${isHeld}`}`,
    params: ['uuid', 'uuid', 'text'],
    columns: sealedRow,
  });
const find = { staff: findIn('staff'), 'patient-side': findIn('patient-side') };

/** A file stands with the documents, or with the results whose report names it; row policies hold in either. */
const findBinaryFor = (side: Side) =>
  statement({
    name: `records.findBinary${side === 'staff' ? '' : 'Held'}`,
    text: `select ${resourceColumns} from records.resource r ${withHead}
      where r.patient_id = $1 and r.id = $2 and r.resource_type = 'Binary' and r.area in ('documents', 'results')
        ${side === 'staff' ? '' : `and not ${isHeld}`}`,
    params: ['uuid', 'uuid'],
    columns: sealedRow,
  });
const findBinary = { staff: findBinaryFor('staff'), 'patient-side': findBinaryFor('patient-side') };

/** `data`: base64 as it is stored; only what is asked for is decoded. */
type Body = { attachment: Attachment; contentType: string; data: string | null };
type Opened = { resource: FhirResource; bodies: Body[]; recordIds: string[] };

/**
 * Opens a note with its bodies: those inside it, and the Binary resources that it names. Several looks in one
 * transaction, so it runs as a write: what was opened stands in the event all the same.
 */
const createOpener = ({ sealer }: { sealer: Sealer }) => {
  const openOne = async (patientId: string, row: SealedRow | undefined): Promise<FhirResource | undefined> => {
    if (!row) return undefined;
    const key = await sealer.key(patientId, 'records');
    return JSON.parse(openRow(key, 'records.resource', row).toString()) as FhirResource;
  };

  return async (tx: WriteTx, patientId: string, id: string, area: string, role: string): Promise<Opened> => {
    const side = sideOf(role);
    const resource = await openOne(patientId, await tx.find(find[side], [patientId, id, area]));
    if (!resource) throw new AppError('not-found');
    const recordIds = [id];
    const bodies: Body[] = [];
    for (const element of bodiesIn(resource).slice(0, contract.NOTE_PARTS_LIMIT)) {
      const attachment = attachmentOf(element);
      const binary =
        attachment.place === 'binary' && attachment.binaryId !== null
          ? await openOne(patientId, await tx.find(findBinary[side], [patientId, attachment.binaryId]))
          : undefined;
      if (binary) recordIds.push(attachment.binaryId!);
      bodies.push(bodyOf(attachment, binary ?? element));
    }
    tx.audit({ patientId, recordIds });
    return { resource, bodies, recordIds };
  };
};

const bodyOf = (attachment: Attachment, holder: Element): Body => ({
  attachment,
  contentType: textOf(holder.contentType) ?? attachment.contentType,
  data: textOf(holder.data),
});

const sizeOf = (data: string): number => Math.floor((data.replaceAll(/[\s=]+/g, '').length * 3) / 4);

const partOf = ({ attachment, contentType, data }: Body, index: number): contract.NotePart => {
  const words = data === null ? null : wordsOfBody(contentType, data, contract.NOTE_TEXT_LIMIT);
  const problem =
    words !== null ? null : data !== null ? 'not-text' : attachment.place === 'missing' ? 'missing' : 'outside';
  return {
    index,
    contentType: contentType.slice(0, 200),
    title: attachment.title,
    sizeBytes: data === null ? attachment.sizeBytes : sizeOf(data),
    text: words?.text ?? null,
    isCut: words?.isCut ?? false,
    problem,
  };
};

/** Types that a browser keeps as a file without running anything in it; the rest goes as plain bytes. */
const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'text/plain': 'txt',
};

const fileOf = ({ contentType, data }: Body, index: string): RawBytes => {
  const bytes = data === null ? null : bytesOf(data);
  if (bytes === null) throw new AppError('not-found');
  const type = contentType.split(';')[0]!.trim().toLowerCase();
  const ending = endings[type] ?? (bodyKindOf(contentType) === 'xml' ? 'xml' : 'bin');
  return rawBytes(
    Buffer.from(bytes),
    endings[type] ? type : 'application/octet-stream',
    `document-${Number(index) + 1}.${ending}`,
  );
};

export const notesHandlers = (deps: { sealer: Sealer }): Handler[] => {
  const open = createOpener(deps);
  const textIn = (of: typeof contract.getNote | typeof contract.getReportText, area: string): Handler =>
    writes(of as typeof contract.getNote, async (tx, { params }, { actor }) => {
      const { resource, bodies } = await open(tx, params.patientId, params.id, area, actor.role);
      return { id: params.id, title: headingOf(resource).title, parts: bodies.map(partOf) };
    });
  const fileIn = (of: typeof contract.getNoteFile | typeof contract.getReportFile, area: string): Handler =>
    writes(of as typeof contract.getNoteFile, async (tx, { params }, { actor }) => {
      const { bodies } = await open(tx, params.patientId, params.id, area, actor.role);
      const body = bodies[Number(params.index)];
      if (!body) throw new AppError('not-found');
      return fileOf(body, params.index);
    });
  return [
    textIn(contract.getNote, 'documents'),
    textIn(contract.getReportText, 'results'),
    fileIn(contract.getNoteFile, 'documents'),
    fileIn(contract.getReportFile, 'results'),
  ];
};
