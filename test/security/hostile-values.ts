// Values that parsers, keys, databases and screens have stumbled over elsewhere; for the property of hostile input.
import fc from 'fast-check';
import type { Contract } from '#platform/contract.ts';

const id = '4990d1b9-76c7-87e0-b3b4-6fb975b43e0d';

const strings: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff\ud800',
  '\u202e\u2066evil\u2069',
  'שלום',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  '1e999',
  '-1',
  '0',
  '9007199254740993',
  '9999999999999999',
  '99999999999999999999',
  '../../etc/passwd',
  '0/000',
  '8/../8/000',
  '%00',
  '%',
  '%ZZ',
  "' or 1=1 --",
  '<img src=x onerror=alert(1)>',
  'İ'.repeat(99),
  'ß'.repeat(100),
  'a\u0300'.repeat(50),
  '﷽'.repeat(100),
  'x'.repeat(255),
  'x'.repeat(10_000),
  '🏴‍☠️',
  'a\r\nset-cookie: a=b',
  '2024-02-30',
  '9999-12-31',
  '0000-01-01',
  '+275761-01-01',
  `0000-01-01T00:00:00Z_${id}`,
  `0001-01-01T00:00:00Z_${id}`,
  `9999-12-31T23:59:60.999Z_${id}`,
  `2020-02-31T00:00:00.0Z_${id}`,
  `2020-01-01T........Z_${id}`,
  `2020-01-01T00:00:00Z_${'-'.repeat(36)}`,
  `2020-01-01T00:00:00Z_${'f'.repeat(36)}`,
  id.toUpperCase(),
  `{${id}}`,
  id.replaceAll('-', ''),
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '00000000-0000-7000-8000-000000000000',
  'a@b.c',
  `${'a'.repeat(240)}@example.org`,
  'İ@example.org',
  'ﬁ\u212b@example.org',
];

const base64url = fc
  .tuple(fc.constantFrom(40, 43, 60, 86, 100, 128, 200, 256, 400), fc.constantFrom('A', '_', '-', '9', 'zB3'))
  .map(([length, unit]) => unit.repeat(length).slice(0, length));

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...strings) },
  { weight: 1, arbitrary: base64url },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const jsonTexts: readonly string[] = [
  'null',
  'true',
  '[]',
  '{}',
  '[[]]',
  '[null]',
  '1e999',
  '-1e999',
  '-0',
  '1e-400',
  '123456789012345678901234567890',
  '1950.5',
  `${'['.repeat(60)}${']'.repeat(60)}`,
  `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`,
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1,"valueOf":2,"toJSON":3,"then":4,"length":-1}',
  `[${'0,'.repeat(2_000)}0]`,
];

/** A JSON value as text, so that numbers and escapes are sent as written. */
const json = fc.oneof(
  { weight: 2, arbitrary: text.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.constantFrom(...jsonTexts) },
);

/** Almost right: what passes a first look and is stumbled over later. */
const nearly = (value: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    value.toUpperCase(),
    value.slice(0, -1),
    `${value}0`,
    `${value}\0`,
    ` ${value} `,
    `${value}\u202e`,
    value.replaceAll('-', ''),
    value.replaceAll(/[0-9]/g, '9'),
    value.replaceAll(/[A-Za-z]/g, 'z'),
    value.replaceAll(/./g, '\u0661'),
  );

const encoded = (value: string): string => encodeURIComponent(value.toWellFormed());
/** Part of an address, mostly escaped as it should be. */
const inAddress = fc.oneof(
  { weight: 8, arbitrary: text.map(encoded) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('%', '%ff', '%c0%80', '%ed%a0%80', '%00', '%2e%2e', '..', '%2F', ';', '&&', '=='),
  },
);

export type Example = { params: Record<string, string>; query: Record<string, string>; body: Record<string, unknown> };
export type HostileRequest = { method: string; at: string; body: string | undefined; headers: Record<string, string> };

const keysOf = (shape: Contract['params']): string[] => Object.keys(shape?.shape ?? {});
const extraNames = ['__proto__', 'constructor', 'toString', 'extra', '', '\0', '\ud800', 'x'.repeat(300)];

const pathOf = (contract: Contract, example: Example, isHostile: boolean): fc.Arbitrary<string> => {
  const parts = contract.path.split('/').map((part): fc.Arbitrary<string> => {
    const name = /^:(\w+)/.exec(part)?.[1];
    if (name === undefined) return fc.constant(part);
    const given = example.params[name] ?? id;
    return isHostile ? fc.oneof(fc.constant(given), nearly(given).map(encoded), inAddress) : fc.constant(given);
  });
  return fc.tuple(...parts).map((path) => path.join('/'));
};

const queryOf = (contract: Contract): fc.Arbitrary<string> => {
  const known = keysOf(contract.query);
  const names = [...known, ...known, ...known, ...extraNames];
  const pair = fc.tuple(fc.constantFrom(...names), inAddress).map(([name, value]) => `${encoded(name)}=${value}`);
  return fc.array(pair, { minLength: 1, maxLength: 3 }).map((pairs) => `?${pairs.join('&')}`);
};

const memberOf = (name: string, value: string): string => `${JSON.stringify(name)}:${value}`;

const bodyOf = (contract: Contract, example: Example, isHostile: boolean): fc.Arbitrary<string | undefined> => {
  if (contract.method === 'GET') return fc.constant(undefined);
  const asGiven = JSON.stringify(example.body);
  if (!isHostile) return fc.constant(asGiven);
  const names = [...new Set([...keysOf(contract.body), ...Object.keys(example.body)])];
  const valueFor = (name: string): fc.Arbitrary<string> => {
    const given = example.body[name];
    return typeof given === 'string'
      ? fc.oneof(
          nearly(given).map((value) => JSON.stringify(value)),
          json,
        )
      : json;
  };
  const withOne = fc
    .constantFrom(...names, ...extraNames)
    .chain((name) => valueFor(name).map((value) => ({ name, value })))
    .map(({ name, value }) => {
      const others = Object.entries(example.body).filter(([key]) => key !== name);
      return `{${[...others.map(([key, kept]) => memberOf(key, JSON.stringify(kept))), memberOf(name, value)].join(',')}}`;
    });
  const withAll = fc
    .tuple(...names.map((name) => valueFor(name).map((value) => memberOf(name, value))))
    .map((members) => `{${members.join(',')}}`);
  const broken = fc.constantFrom('', '{', '{"a":1', 'x', '\ufeff{}', '"\\ud800', '\0', '[1,]', asGiven.slice(0, -1));
  return fc.oneof(
    { weight: 10, arbitrary: withOne },
    { weight: 3, arbitrary: withAll },
    { weight: 1, arbitrary: json },
    { weight: 1, arbitrary: broken },
  );
};

const headerSets: readonly Record<string, string>[] = [
  {},
  { 'user-agent': '\u00ff'.repeat(900) },
  { 'accept-language': 'x'.repeat(3_000), cookie: `${'a=b; '.repeat(200)}__Host-portico-device=%00` },
  { 'content-type': 'application/json; charset=utf-7' },
  { 'content-type': 'text/plain' },
  { 'x-forwarded-for': "1.2.3.4, '; drop table", forwarded: 'for=x' },
];

/** Requests of one operation in which one part, or all, may be wrong: what is refused at once hides the rest. */
export const hostileRequests = (contract: Contract, example: Example): fc.Arbitrary<HostileRequest> => {
  const request = (path: boolean, query: boolean, body: boolean, headers: fc.Arbitrary<Record<string, string>>) =>
    fc.tuple(pathOf(contract, example, path), query ? queryOf(contract) : fc.constant('')).chain(([at, search]) =>
      fc.record({
        method: fc.constant(contract.method as string),
        at: fc.constant(at + search),
        body: bodyOf(contract, example, body),
        headers,
      }),
    );
  const plain = fc.constant({});
  const strange = fc.constantFrom(...headerSets);
  return fc.oneof(
    ...(contract.params ? [request(true, false, false, plain)] : []),
    ...(contract.query ? [request(false, true, false, plain)] : []),
    ...(contract.body ? [request(false, false, true, plain)] : []),
    request(true, true, true, strange),
  );
};
