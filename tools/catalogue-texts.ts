const quoted = (lines: readonly string[]): string =>
  lines.map((line) => JSON.parse(/"(?:[^"\\]|\\.)*"/.exec(line)?.[0] ?? '""') as string).join('');

/** Reads `msgstr` of each entry of a gettext catalogue, the header aside. */
const translations = (catalogue: string): string[] =>
  catalogue.split(/\n\s*\n/).flatMap((entry) => {
    if (/^#~/m.test(entry)) return [];
    const lines = entry.split('\n');
    const at = lines.findIndex((line) => line.startsWith('msgstr'));
    const isHeader = /^msgid ""$/m.test(entry) && !/^msgid ""\n"/m.test(entry);
    return at < 0 || isHeader ? [] : [quoted(lines.slice(at).filter((line) => /^(msgstr |")/.test(line)))];
  });

/** A message as somebody reads it: the last branch of a plural, a word for each gap, no marks. */
const asRead = (message: string): string => {
  let text = message.replaceAll(/<\/?\d+\/?>/g, '');
  const branch =
    /\{\w+, (?:plural|select|selectordinal),(?:[^{}]*\{(?:[^{}]|\{[^{}]*\})*\})*?[^{}]*?other \{((?:[^{}]|\{[^{}]*\})*)\}\s*\}/;
  for (let found = branch.exec(text); found; found = branch.exec(text)) text = text.replace(found[0], found[1] ?? '');
  return text.replaceAll(/\{\w+\}|#/g, '7');
};

/** The texts of a catalogue (web/locales), one per message. */
export const catalogueTexts = (catalogue: string): string[] =>
  translations(catalogue)
    .map(asRead)
    .filter((text) => text !== '');
