import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Runs in a process of its own (render.ts): reads the letters as JSON from stdin, writes one PDF/UA-1 to stdout.
 * It gets no environment, no keys and no database; whatever a name in a record does to a typesetter ends here.
 */
// What these lack is taken from fonts of the machine, where it has any.
const fontFiles = [
  '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  '@expo-google-fonts/newsreader/500Medium/Newsreader_500Medium.ttf',
];

/** Exit code: standard output names the letters (their places, as JSON) that cannot be set; without them it works. */
const UNSET = 3;

const { resolve } = createRequire(import.meta.url);
const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({
  workspace: import.meta.dirname,
  fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(resolve(file))) }],
});
type Data = { letters: readonly unknown[] };
const data = JSON.parse(readFileSync(0, 'utf8')) as Data;

/** One file; undefined when a sign of the text is in none of our typefaces, or it cannot be set at all. */
const setLetters = (letters: readonly unknown[]): Uint8Array | undefined => {
  const compiled = compiler.compile({
    mainFilePath: new URL('letter.typ', import.meta.url).pathname,
    inputs: { letters: JSON.stringify({ ...data, letters }) },
  });
  if (!compiled.result) return undefined;
  try {
    return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
  } catch {
    return undefined;
  }
};

const pdf = setLetters(data.letters);
// Nothing of what went wrong is told but which letters: more would name the person.
if (pdf) process.stdout.write(pdf);
else {
  const unset = data.letters.flatMap((letter, index) => (setLetters([letter]) ? [] : [index]));
  process.stdout.write(JSON.stringify(unset));
  process.exitCode = UNSET;
}
