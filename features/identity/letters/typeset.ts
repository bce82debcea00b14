import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Runs in a process of its own (render.ts): reads the letters as JSON from stdin, writes one PDF/UA-1 to stdout.
 * It gets no environment, no keys and no database; whatever a name in a record does to a typesetter ends here.
 */
const fontFiles = [
  '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  '@expo-google-fonts/newsreader/500Medium/Newsreader_500Medium.ttf',
];

const { resolve } = createRequire(import.meta.url);
const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({
  workspace: import.meta.dirname,
  fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(resolve(file))) }],
});
const compiled = compiler.compile({
  mainFilePath: new URL('letter.typ', import.meta.url).pathname,
  inputs: { letters: readFileSync(0, 'utf8') },
});
// Nothing of what went wrong is told: it may name the person.
if (!compiled.result) process.exit(2);
process.stdout.write(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }));
