import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { findImportProblem } from './tidy/import-rules.ts';
import { childrenOf, listFiles, parse, root, type SourceFile, type SyntaxNode } from './tidy/source-files.ts';

const maxFileLines = 400;
const maxFunctionLines = 70;
const maxFilesPerFolder = 30;
const maxReadmeLines = 60;

const code = listFiles(['.ts', '.tsx', '.js']);

function assertNone(problems: readonly string[]): void {
  assert.equal(problems.length, 0, `\n${problems.join('\n')}\n`);
}

function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/**
 * Functions longer than the limit, not counting the functions defined inside
 * them (those count for themselves): a factory is as long as what it does
 * itself. The bodies given to `describe` are lists of tests.
 */
function longFunctions(file: SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: SyntaxNode, parent: SyntaxNode | undefined): number => {
    let inner = 0;
    for (const child of childrenOf(node)) inner += visit(child, node);
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return inner;
    const all = lineCount(file.text.slice(node.start, node.end));
    const own = all - inner;
    const isListOfTests = parent?.type === 'CallExpression' && calleeName(parent) === 'describe';
    if (own > maxFunctionLines && !isListOfTests) {
      found.push(`${file.path}:${lineCount(file.text.slice(0, node.start + 1))} has a function of ${own} lines`);
    }
    return all - 1;
  };
  visit(parse(file).program, undefined);
  return found;
}

function calleeName(call: SyntaxNode): string | undefined {
  return (call as SyntaxNode & { callee?: { name?: string } }).callee?.name;
}

describe('tidy', () => {
  it('imports follow the layers', () => {
    const problems = code.flatMap((file) => parse(file).imports.map((found) => findImportProblem(file.path, found)));
    assertNone(problems.filter((problem) => problem !== undefined));
  });

  it('files and functions are short enough to read', () => {
    const files = [...code, ...listFiles(['.sql', '.css'])].filter((file) => file.path !== 'db/policies.sql');
    const long = files
      .filter((file) => lineCount(file.text) > maxFileLines)
      .map((file) => `${file.path} has ${lineCount(file.text)} lines`);
    assertNone([...long, ...code.flatMap(longFunctions)]);
  });

  it('folders hold few enough files to see at a glance', () => {
    const counts = new Map<string, number>();
    for (const { path } of code.filter((file) => !/\.test\.tsx?$/.test(file.path)))
      counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    assertNone(
      [...counts]
        .filter(([, count]) => count > maxFilesPerFolder)
        .map(([folder, count]) => `${folder} has ${count} files`),
    );
  });

  it('names say what a thing is', () => {
    const problems: string[] = [];
    for (const { path } of code) {
      const name = basename(path).replace(/(\.test|\.config|\.worker|\.d)?\.(ts|tsx|js)$/, '');
      const isComponent = path.endsWith('.tsx') && /^[A-Z][A-Za-z0-9]*$/.test(name);
      if (!isComponent && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
        problems.push(`${path}: kebab-case, or PascalCase for a component`);
      const words = path.toLowerCase().split(/[/.-]/);
      const vague = words.find((word) => /^(utils?|helpers?|common|misc|manager)$/.test(word));
      if (vague) problems.push(`${path}: "${vague}" says nothing`);
    }
    for (const file of code) {
      for (const name of parse(file).exportedNames) {
        if (/.(Service|Manager|Helper|Utils?)$/.test(name)) problems.push(`${file.path} exports ${name}`);
      }
    }
    assertNone(problems);
  });

  it('barrels are a feature’s index.ts only', () => {
    const allowed = /^(features\/([^/]+\/){1,2}index\.ts|crypto\/index\.ts)$/;
    assertNone(
      code.filter(({ path }) => /(^|\/)index\.tsx?$/.test(path) && !allowed.test(path)).map(({ path }) => path),
    );
  });

  it('SQL names its columns', () => {
    const files = [...code, ...listFiles(['.sql'])].filter(({ path }) => !path.endsWith('.test.ts'));
    assertNone(
      files
        .filter(({ text }) => /\bselect\s+\*\s+from\b/i.test(text))
        .map(({ path }) => `${path} has a select of everything`),
    );
  });

  it('nothing names a place on somebody’s machine', () => {
    const texts = [...code, ...listFiles(['.json', '.md', '.sql', '.css', '.html', '.yml'])];
    const place = /(?<![\w.:~/-])\/(work|home|Users|root)\/[\w.-]+/;
    assertNone(
      texts.filter(({ text }) => place.test(text)).map(({ path, text }) => `${path}: ${place.exec(text)![0]}`),
    );
  });

  it('no work is left as a note', () => {
    const note = new RegExp(
      `\\b(${['TO', 'FIX', 'X'].map((start) => start + { TO: 'DO', FIX: 'ME', X: 'XX' }[start]).join('|')})\\b`,
    );
    assertNone(code.filter(({ text }) => note.test(text)).map(({ path }) => path));
  });

  it('feature pages stay short', () => {
    const pages = listFiles(['README.md']).filter(({ path }) => path.startsWith('features/'));
    assertNone(
      pages
        .filter(({ text }) => lineCount(text) > maxReadmeLines)
        .map(({ path, text }) => `${path}: ${lineCount(text)} lines`),
    );
  });

  it('every dependency is pinned exactly and has its line in docs/dependencies.md', () => {
    const page = readFileSync(resolve(root, 'docs/dependencies.md'), 'utf8');
    const problems: string[] = [];
    for (const { path, text } of listFiles(['package.json'])) {
      const manifest = JSON.parse(text) as Record<string, Record<string, string> | undefined>;
      for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
        for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
          if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) problems.push(`${path}: ${name} is not pinned (${version})`);
          if (!page.includes(`\`${name}\``)) problems.push(`docs/dependencies.md has no line for ${name}`);
        }
      }
    }
    assertNone(problems);
  });
});
