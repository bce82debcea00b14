import { bind, statement } from '#platform/db/statement.ts';

/**
 * Statements over schema `sealed` (db/migrations/0002_sealed.sql). Wrapped keys are reached only through
 * definer functions that take exact subject ids, so that no injected query can list subjects, and that
 * know which domains the connection's role may use.
 */
const findKeysStatement = statement({
  name: 'sealed.findDataKeys',
  text: 'select subject_id, version, wrapped, active from sealed.find_data_keys($1, $2)',
  params: ['uuid[]', 'text'],
  columns: { subject_id: 'uuid', version: 'int4', wrapped: 'bytea', active: 'bool' },
});

const createKeysStatement = statement({
  name: 'sealed.createDataKeys',
  text: 'select sealed.create_data_keys($1, $2, $3, $4, $5)',
  params: ['uuid', 'text', 'bytea', 'bytea', 'text'],
});

const addVersionStatement = statement({
  name: 'sealed.addDataKeyVersion',
  text: 'select sealed.add_data_key_version($1, $2, $3, $4, $5) as added',
  params: ['uuid', 'text', 'int4', 'bytea', 'text'],
  columns: { added: 'bool' },
});

/** All key versions of the subjects in the domain; nothing for a subject without keys. At most 100 subjects. */
export const findDataKeys = (subjectIds: readonly string[], domain: string) =>
  bind(findKeysStatement, [subjectIds, domain]);

/** Stores the index key (version 0) and the first data key (version 1) unless the subject has keys. */
export const createDataKeys = (key: {
  subjectId: string;
  domain: string;
  wrappedIndexKey: Buffer;
  wrappedDataKey: Buffer;
  kekId: string;
}) => bind(createKeysStatement, [key.subjectId, key.domain, key.wrappedIndexKey, key.wrappedDataKey, key.kekId]);

/** Stores a further data key; `added` is false when that version is already taken. */
export const addDataKeyVersion = (key: {
  subjectId: string;
  domain: string;
  version: number;
  wrapped: Buffer;
  kekId: string;
}) => bind(addVersionStatement, [key.subjectId, key.domain, key.version, key.wrapped, key.kekId]);
