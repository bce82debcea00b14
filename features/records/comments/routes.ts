import { AppError } from '#platform/errors.ts';
import { bind } from '#platform/db/statement.ts';
import { newId, type RecordId } from '#platform/ids.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import type { SubjectKey } from '#platform/kms/subject-key.ts';
import { reads, writes, type Handler } from '#platform/operation.ts';
import { putHeads } from '../intake/write-statements.ts';
import { openRow } from '../open-rows.ts';
import { openedWith } from '../intake/place.ts';
import type { FhirResource } from '../read/elements.ts';
import { sealRow } from '../seal-row.ts';
import { findResult } from '../store.ts';
import * as contract from './contract.ts';
import * as sql from './store.ts';
import { uncommentedHandler, type Directory } from './uncommented.ts';

const table = 'records.comment';

type Words = { text: string; language: 'en' | 'es' };
/** What stands sealed: the words now, whose they are, and what they were before. */
type Content = Words & { author: { name: string; role: string }; earlier: (Words & { until: string })[] };

/** Earlier wordings kept in a comment; the log names every version. */
const earlierLimit = 20;

export const contentOf = (key: SubjectKey, row: sql.CommentRow): Content =>
  JSON.parse(openRow(key, table, row).toString()) as Content;

export const shownComment = (row: sql.CommentRow, { text, language, author }: Content): contract.Comment => ({
  id: row.id,
  recordId: row.resource_id,
  text,
  language,
  author,
  writtenAt: row.written_at.toISOString(),
  editedAt: row.edited_at?.toISOString() ?? null,
  isMine: row.is_mine,
});

export const commentsHandlers = (deps: { sealer: Sealer; directory: Directory }): Handler[] => {
  const { sealer } = deps;
  return [
    writes(contract.commentOnResult, async (tx, { params: { patientId, id }, body }, { actor }) => {
      const about = await tx.find(findResult.staff, [patientId, id]);
      if (!about) throw new AppError('not-found');
      const key = await sealer.key(patientId, 'records');
      const resource = JSON.parse(openRow(key, 'records.resource', about).toString()) as FhirResource;
      const author = { name: actor.name, role: actor.role };
      const commentId = newId<RecordId>();
      const row = sealRow(key, table, commentId, 1, { ...body, author, earlier: [] } satisfies Content);
      const [[written]] = await tx.flight([
        bind(sql.addComment, [patientId, commentId, id, row.sealed]),
        bind(putHeads, [patientId, table, [commentId], [1], [row.mac], ['']]),
        bind(sql.releaseCommented, [patientId, [id, ...openedWith(resource)]]),
      ]);
      tx.audit({ patientId, recordIds: [id, commentId], writes: [row.write] });
      const writtenAt = written!.written_at.toISOString();
      return { id: commentId, recordId: id, ...body, author, writtenAt, editedAt: null, isMine: true };
    }),
    writes(contract.editComment, async (tx, { params: { patientId, id }, body }) => {
      const before = await tx.find(sql.findComment, [patientId, id]);
      if (!before) throw new AppError('not-found');
      if (!before.is_mine) throw new AppError('conflict', 'Somebody else wrote this comment. Write one of your own.');
      const key = await sealer.key(patientId, 'records');
      const { author, earlier, text, language } = contentOf(key, before);
      const until = new Date().toISOString();
      const content: Content = {
        ...body,
        author,
        earlier: [{ text, language, until }, ...earlier].slice(0, earlierLimit),
      };
      const row = sealRow(key, table, id, before.version! + 1, content);
      const [[changed]] = await tx.flight([
        bind(sql.changeComment, [patientId, id, row.sealed]),
        bind(putHeads, [patientId, table, [id], [row.write.version], [row.mac], ['']]),
      ]);
      if (!changed) throw new AppError('conflict');
      tx.audit({ patientId, recordIds: [before.resource_id, id], writes: [row.write] });
      return shownComment({ ...before, edited_at: changed.edited_at }, content);
    }),
    reads(contract.listComments, {
      plan: ({ params }) => ({
        exposes: bind(sql.listComments, [params.patientId, contract.COMMENTS_SHOWN + 1]),
      }),
      respond: async ({ rows, input }) => {
        if (rows.length === 0) return { comments: [], more: false };
        const key = await sealer.key(input.params.patientId, 'records');
        const some = rows.slice(0, contract.COMMENTS_SHOWN);
        return {
          comments: some.map((row) => shownComment(row, contentOf(key, row))),
          more: rows.length > contract.COMMENTS_SHOWN,
        };
      },
    }),
    uncommentedHandler(deps),
  ];
};
