import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseSync } from 'rolldown/utils';

export const root = resolve(import.meta.dirname, '../..');

const skippedNames = new Set(['node_modules', 'var', 'dist', '.git', '.cache']);

/** One file of the project, as text. `path` is from the root, with slashes. */
export type SourceFile = { readonly path: string; readonly text: string };

/** The files with one of these endings; vectors, fixtures and snapshots are data and left out. */
export function listFiles(endings: readonly string[]): SourceFile[] {
  return endings
    .flatMap((ending) => globSync(`**/*${ending}`, { cwd: root, exclude: (name) => skippedNames.has(name) }))
    .filter((path) => !/(^|\/)(vectors|fixtures)\//.test(path))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(resolve(root, path), 'utf8') }));
}

/** A syntax node, as far as these rules look at one. */
export type SyntaxNode = { readonly type: string; readonly start: number; readonly end: number };

export type Parsed = {
  /** Module names that are imported or re-exported, with the words "type only" apart. */
  readonly imports: readonly { readonly from: string; readonly isTypeOnly: boolean }[];
  readonly exportedNames: readonly string[];
  readonly program: SyntaxNode;
};

/** Parses TypeScript. Throws on a syntax error, naming the file. */
export function parse(file: SourceFile): Parsed {
  const result = parseSync(file.path, file.text);
  if (result.errors.length > 0) throw new Error(`${file.path} cannot be parsed: ${result.errors[0]!.message}`);
  const { staticImports, staticExports, dynamicImports } = result.module;
  const imports = staticImports.map((found) => ({
    from: found.moduleRequest.value,
    isTypeOnly: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
  }));
  const exportedNames: string[] = [];
  for (const found of staticExports) {
    for (const entry of found.entries) {
      if (entry.moduleRequest) imports.push({ from: entry.moduleRequest.value, isTypeOnly: entry.isType });
      if (entry.exportName.name) exportedNames.push(entry.exportName.name);
    }
  }
  for (const found of dynamicImports) {
    const literal = /^['"](.*)['"]$/.exec(file.text.slice(found.moduleRequest.start, found.moduleRequest.end));
    if (literal) imports.push({ from: literal[1]!, isTypeOnly: false });
  }
  return { imports, exportedNames, program: result.program as SyntaxNode };
}

/** The nodes directly below a node. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const values: unknown[] = Object.values(node).flat();
  return values.filter(isNode);
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as Partial<SyntaxNode>).type === 'string';
}
