import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { getDocumentProxy } from 'unpdf';
import { freshDatabase } from '../../../test/harness/database.ts';
import { enrolled, movingClock, signedIn, type Browser } from '../../../test/harness/enrolled.ts';
import { importPeople, listRow } from '../../../test/harness/front-desk.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import { enrolLink, letterData, LettersUnset, renderLetters, type Letter, type LetterPaper } from './render.ts';

const paper: LetterPaper = {
  clinic: { name: 'Juniper Health', phone: '(555) 010-0199' },
  origin: 'https://portal.juniper.example',
  today: new Date('2026-11-26T15:00:00Z'),
  timeZone: 'America/Chicago',
};
const letter = (more: Partial<Letter> = {}): Letter => ({
  language: 'en',
  name: 'Ana Ruiz',
  address: ['12 Main Street', 'Springfield, IL, 62701'],
  code: 'ABCDE-12345-FGHJK-67890',
  signInName: 'maple-river-4821',
  expiresAt: new Date('2026-12-26T15:00:00Z'),
  opensAt: null,
  isRenewal: false,
  ...more,
});

type Node = { role?: string; alt?: string; children?: Node[] };
const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

/** The pages as a screen reader has them. */
const readPdf = async (bytes: Uint8Array) => {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const pages: { text: string; nodes: Node[] }[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('');
    pages.push({ text: text.replaceAll(/\s+/g, ' '), nodes: nodesOf((await page.getStructTree()) as Node) });
  }
  const { info } = await document.getMetadata();
  const marked = await document.getMarkInfo();
  const title = (info as { Title?: string }).Title;
  await document.loadingTask.destroy();
  return { pages, title, marked: (marked as { Marked?: boolean } | null)?.Marked === true };
};

describe('letters as PDF', () => {
  it('say what a person needs, in her language, tagged and with words for the square', async () => {
    const { pages, title, marked } = await readPdf(
      await renderLetters(
        [letter(), letter({ language: 'es', name: 'María Núñez Ibáñez', code: 'ZZZZZ-YYYYY-XXXXX-WWWWW' })],
        paper,
      ),
    );
    assert.equal(title, 'Letters of Juniper Health');
    assert.ok(marked);
    assert.equal(pages.length, 2);
    const [english, spanish] = pages as [(typeof pages)[0], (typeof pages)[0]];
    for (const words of [
      'Juniper Health',
      'Ana Ruiz',
      '12 Main Street',
      'ABCDE – 12345 – FGHJK – 67890',
      'maple-river-4821',
    ])
      assert.ok(english.text.includes(words), words);
    for (const words of ['https://portal.juniper.example/enrol', '(555) 010-0199', 'December 26, 2026', 'not for you'])
      assert.ok(english.text.includes(words), words);
    for (const words of [
      'María Núñez Ibáñez',
      'Su invitación al portal',
      '26 de diciembre de 2026',
      '¿Esta carta no es para usted?',
    ])
      assert.ok(spanish.text.includes(words), words);
    for (const { nodes } of pages) {
      const roles = nodes.map(({ role }) => role);
      for (const role of ['H1', 'H2', 'L', 'LI', 'P', 'Figure']) assert.ok(roles.includes(role), role);
      assert.ok(nodes.some(({ role, alt }) => role === 'Figure' && /QR/.test(alt ?? '')));
    }
    // One page, one person.
    assert.ok(!english.text.includes('ZZZZZ') && !english.text.includes('María'));
    assert.ok(!spanish.text.includes('ABCDE') && !spanish.text.includes('Ana Ruiz'));
  });

  it('take every text for words, never for a program, and keep each person on one page', async () => {
    const hostile = '#set page(fill: red) #panic() $x$ *b* \\ "q" #include("/etc/passwd") ]}';
    const long = 'Maximiliano Bartholomew Fernández de la Cruz y Montenegro '.repeat(3).slice(0, 160);
    const letters = [
      letter({ name: hostile }),
      letter({
        name: long,
        address: Array.from({ length: 5 }, () => long.slice(0, 90)),
        signInName: `${'a'.repeat(120)}@example.org`,
      }),
      letter({ isRenewal: true, opensAt: new Date('2026-11-27T15:00:00Z'), address: [] }),
    ];
    const { pages } = await readPdf(await renderLetters(letters, paper));
    assert.equal(pages.length, letters.length);
    assert.ok(pages[0]!.text.includes('#set page(fill: red) #panic()'));
    assert.ok(pages[2]!.text.includes('Your new key'));
    assert.ok(pages[2]!.text.includes('November 27, 2026'));
  });

  it('put the code behind the # of the address, and neither name nor birth date into it', () => {
    const [one] = letterData([letter()], paper).letters;
    const link = new URL(enrolLink(paper.origin, letter().code));
    assert.equal(link.hash, '#code=ABCDE-12345-FGHJK-67890');
    assert.equal(`${link.origin}${link.pathname}${link.search}`, 'https://portal.juniper.example/enrol');
    // The square is of that address alone: with another name on the letter it is the same.
    assert.equal(letterData([letter({ name: 'Bo Berg' })], paper).letters[0]!.qr, one!.qr);
    assert.deepEqual(one!.code, ['ABCDE', '12345', 'FGHJK', '67890']);
  });

  it('of 200 people take bounded time and space', async () => {
    const many = Array.from({ length: 200 }, (_none, index) =>
      letter({ name: `Person ${index}`, code: `AAAAA-BBBBB-CCCCC-${10_000 + index}` }),
    );
    const started = performance.now();
    const pdf = await renderLetters(many, paper);
    assert.ok(performance.now() - started < 20_000);
    assert.ok(pdf.length < 8 * 1024 * 1024);
  });

  it('that cannot be set are named by their place, and say nothing of the person', async () => {
    // No typeface anywhere has this sign; the screens print such a letter.
    const letters = [
      letter(),
      letter({ name: 'Li \u{10FFFD}' }),
      letter({ name: 'Zoë Ångström' }),
      letter({ address: ['\u{10FFFD}'] }),
    ];
    await assert.rejects(renderLetters(letters, paper), (error: Error) => {
      assert.ok(error instanceof LettersUnset);
      assert.deepEqual(error.places, [1, 3]);
      return !error.message.includes('Li');
    });
  });
});

describe('letters printed at the desk', () => {
  const clock = movingClock();
  let server: TestServer;
  let stop: () => Promise<void>;
  let desk: Browser;
  before(async () => {
    const database = await freshDatabase();
    server = await startTestServer({ codeClock: clock, database });
    stop = async () => {
      await server.stop();
      await database.drop();
    };
    desk = await signedIn(server, await enrolled(server, ['front_desk']), clock);
  });
  after(() => stop());

  const print = (invitations: string[], cookie = desk.cookie()) =>
    fetch(`${server.url}/api/invitations/patients/letters`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url, cookie },
      body: JSON.stringify({ invitations }),
    });

  it('hold what the record says, for the clerk who made them, while they are open', async () => {
    const ids = await importPeople(server, [
      { given: 'Inés', family: 'Peña', birthDate: '1970-01-01', address: ['7 Calle Olmo'] },
      { given: 'Bo', family: 'Berg', birthDate: '1971-01-01' },
    ]);
    const rows = ids.map((patientId, index) => ({
      line: index + 1,
      patientId,
      language: index ? 'en' : 'es',
      confirmed: false,
    }));
    const batch = randomBytes(32).toString('base64url');
    const { body } = await server.call('POST', '/api/invitations/patients', {
      body: { batch, rows },
      cookie: desk.cookie(),
    });
    const codes = body.made.map((one: { invitation: string }) => one.invitation) as string[];
    const answer = await print(codes);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'application/pdf');
    const { pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    assert.equal(pages.length, 2);
    assert.ok(pages[0]!.text.includes('Inés Peña') && pages[0]!.text.includes('7 Calle Olmo'));
    assert.ok(pages[0]!.text.includes(codes[0]!.replaceAll('-', ' – ')) && pages[0]!.text.includes('Su invitación'));
    assert.ok(!pages[1]!.text.includes('Inés') && !pages[1]!.text.includes(codes[0]!.slice(0, 5)));

    const other = await signedIn(server, await enrolled(server, ['front_desk']), clock);
    assert.equal((await print(codes, other.cookie())).status, 404);
    assert.equal((await print(['AAAAA-AAAAA-AAAAA-AAAAA'])).status, 404);
    await server.database
      .pool('superuser')
      .query(`update identity.invitation set created_at = now() - interval '61 minutes' where patient_id = $1`, [
        ids[0],
      ]);
    assert.equal((await print(codes)).status, 404);
    assert.equal((await print([codes[1]!])).status, 200);
  });

  it('leave out nobody but those whose names cannot be set, and turn no text around', async () => {
    const ids = await importPeople(server, [
      { given: 'Lena', family: 'Good', birthDate: '1970-01-01' },
      { given: 'Li', family: '\u{10FFFD}', birthDate: '1971-01-01' },
      { given: 'Ro\u202E\u2066b', family: 'Turned', birthDate: '1972-01-01', address: ['9 \u202EMain St'] },
    ]);
    const batch = randomBytes(32).toString('base64url');
    const rows = ids.map((patientId, index) => ({ line: index + 1, patientId, language: 'en', confirmed: false }));
    const { body } = await server.call('POST', '/api/invitations/patients', {
      body: { batch, rows },
      cookie: desk.cookie(),
    });
    assert.equal(body.made[2].name, 'Ro b Turned');
    const codes = body.made.map((one: { invitation: string }) => one.invitation) as [string, string, string];
    const refused = await print([codes[0], codes[0], codes[1], codes[2]]);
    assert.equal(refused.status, 409);
    const problem = (await refused.json()) as { fields: { path: string }[] };
    assert.deepEqual(
      problem.fields.map(({ path }) => path),
      ['body.invitations.2'],
    );
    const { pages } = await readPdf(new Uint8Array(await (await print([codes[0], codes[2]])).arrayBuffer()));
    assert.equal(pages.length, 2);
    assert.ok(pages[1]!.text.includes('Ro b Turned') && pages[1]!.text.includes('9 Main St'));
    const turned = await server.call('POST', '/api/invitations/patients/review', {
      body: { rows: [listRow(1, { familyName: 'Turned', birthDate: '1972-01-01' })], reason: 'Looking for Rob' },
      cookie: desk.cookie(),
    });
    assert.equal(turned.body.rows[0].patient.name, 'Ro b Turned');
  });
});
