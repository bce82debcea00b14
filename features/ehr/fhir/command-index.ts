import { kindOf } from '#features/records/index.ts';
import { parseReference } from './reference.ts';
import type { Survey, Surveyed } from './survey-file.ts';

/** One resource as all files of a command name it. */
export type Known = {
  type: string;
  sourceId: string;
  key: string;
  /** Patient id of its owner; null: shared; undefined: not worked out yet. */
  owner: string | null | undefined;
};

/** What the files of one command offer to references, without those that were refused. */
export type CommandIndex = {
  byKey: Map<string, Known>;
  byFile: Map<string, { urls: Map<string, Known> }>;
  /** The resource a reference names, `ambiguous` when an identifier names several, else undefined. */
  find(text: string, file: string): Known | 'ambiguous' | undefined;
  /** In which of several files the content of a resource is taken from: the last one named. */
  lastFileOf: Map<string, string>;
  /** Resources whose content differs between files. */
  differing: Set<string>;
};

export const indexSurveys = (surveys: readonly Survey[]): CommandIndex => {
  const byKey = new Map<string, Known>();
  const digests = new Map<string, string>();
  const differing = new Set<string>();
  const lastFileOf = new Map<string, string>();
  const byFile: CommandIndex['byFile'] = new Map();
  const urls = new Map<string, Known>();
  const bases = new Set<string>();
  const byIdentifier = new Map<string, Set<Known>>();
  const know = (resource: Surveyed): Known => {
    let known = byKey.get(resource.key);
    if (!known) {
      known = { type: resource.type, sourceId: resource.sourceId, key: resource.key, owner: undefined };
      if (kindOf(resource.type) === 'shared') known.owner = null;
      byKey.set(resource.key, known);
    }
    return known;
  };
  for (const survey of surveys) {
    const own = new Map<string, Known>();
    byFile.set(survey.file, { urls: own });
    for (const resource of survey.resources) {
      const known = know(resource);
      const digest = digests.get(resource.key);
      if (digest !== undefined && digest !== resource.digest) differing.add(resource.key);
      digests.set(resource.key, resource.digest);
      lastFileOf.set(resource.key, survey.file);
      if (resource.fullUrl === null) continue;
      own.set(resource.fullUrl, known);
      urls.set(resource.fullUrl, known);
      const parsed = parseReference(resource.fullUrl);
      if (parsed.kind === 'local' && parsed.base !== null) bases.add(parsed.base);
    }
    for (const [name, keys] of survey.identifiers) {
      const found = byIdentifier.get(name) ?? new Set();
      for (const key of keys) found.add(byKey.get(key)!);
      byIdentifier.set(name, found);
    }
  }
  return {
    byKey,
    byFile,
    lastFileOf,
    differing,
    find: (text, file) => {
      const byUrl = byFile.get(file)?.urls.get(text) ?? urls.get(text);
      if (byUrl) return byUrl;
      const parsed = parseReference(text);
      if (parsed.kind === 'local') {
        const exact = parsed.base === null ? undefined : urls.get(`${parsed.base}/${parsed.type}/${parsed.id}`);
        if (exact) return exact;
        return parsed.base === null || bases.has(parsed.base) ? byKey.get(`${parsed.type}/${parsed.id}`) : undefined;
      }
      if (parsed.kind === 'identifier') {
        const found = byIdentifier.get(`${parsed.type}|${parsed.system}|${parsed.value}`);
        if (found && found.size > 1) return 'ambiguous';
        return found?.values().next().value;
      }
      return undefined;
    },
  };
};
