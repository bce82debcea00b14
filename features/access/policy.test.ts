import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Contract } from '#platform/contract.ts';
import { compilePolicies } from './compile-policy.ts';
import { createAuthorise } from './decide.ts';
import { describePolicies } from './document.ts';
import { explainDecision } from './explain.ts';
import { generatePoliciesSql } from './generate-policies.ts';
import { matrixOf } from './matrix.ts';
import { runPolicyCommand } from './policy-command.ts';
import type { Policy } from './policy-types.ts';

const letters: Policy = {
  resource: 'post.letter',
  title: 'Letters',
  rules: [
    { role: 'patient', actions: ['read', 'send'], relationship: 'self', why: 'They are hers.' },
    { role: 'trusted_person', actions: ['read', 'send'], relationship: 'trusted_person', area: 'messages' },
    { role: 'nurse', actions: ['read'], relationship: 'care_team' },
    { role: 'privacy_officer', actions: ['read'], relationship: 'any' },
    { service: 'importer', actions: ['send'] },
  ],
  tables: [
    { table: 'post.letter', patientColumn: 'patient_id', where: 'not draft', select: ['read'], insert: ['send'] },
    { table: 'post.head', patientColumn: 'subject_id', select: ['read'] },
  ],
};
const parcels: Policy = {
  resource: 'post.parcel',
  title: 'Parcels',
  rules: [{ role: 'patient', actions: ['read'], relationship: 'self' }],
  tables: [{ table: 'post.head', patientColumn: 'subject_id', select: ['read'] }],
};
const drawer: Policy = {
  resource: 'post.drawer',
  title: 'Own drawer',
  rules: [{ role: 'nurse', actions: ['read'], relationship: 'own' }],
  tables: [{ table: 'post.drawer', accountColumn: 'account_id', columns: ['id'], select: ['read'] }],
};
const all = [letters, parcels, drawer];

const contract = (over: Partial<Contract>): Contract => ({
  id: 'post.readLetters',
  method: 'GET',
  path: '/api/patients/:patientId/letters',
  summary: 'Letters',
  audience: 'any',
  resource: 'post.letter',
  action: 'read',
  category: 'messages',
  patient: 'patientId',
  response: 'stored-json',
  ...over,
});

describe('the written policy', () => {
  it('refuses rows that contradict themselves, with the reason', () => {
    const broken = (over: Partial<Policy>): Policy => ({ ...letters, ...over });
    assert.throws(() => compilePolicies([letters, letters]), /written twice/);
    assert.throws(() => compilePolicies([broken({ resource: 'Letters' })]), /feature\.thing/);
    assert.throws(() => compilePolicies([broken({ title: ' ' })]), /title/);
    const nurse = { role: 'nurse', actions: ['read'], relationship: 'self' } as const;
    assert.throws(() => compilePolicies([broken({ rules: [{ ...nurse, area: 'results' }] })]), /area/);
    assert.throws(() => compilePolicies([broken({ rules: [{ ...nurse, actions: [] }] })]), /without actions/);
    assert.throws(() => compilePolicies([broken({ rules: [{ ...nurse, actions: ["x'; --"] }] })]), /not a word/);
    const table = (over: object): Partial<Policy> => ({ rules: [nurse], tables: [{ table: 'post.letter', ...over }] });
    assert.throws(() => compilePolicies([broken(table({ select: ['read'] }))]), /patientColumn/);
    assert.throws(() => compilePolicies([broken(table({ select: ['peek'] }))]), /no rule gives/);
    assert.throws(() => compilePolicies([broken(table({ table: 'letter' }))]), /schema\.table/);
    assert.throws(() => compilePolicies([broken(table({ patientColumn: 'a b' }))]), /no column/);
    assert.throws(
      () => compilePolicies([{ ...drawer, tables: [{ table: 'post.drawer', select: ['read'] }] }]),
      /accountColumn/,
    );
  });

  it('spells every rule out, with what a trusted person needs to see or to act', () => {
    const { rules, serviceRules } = compilePolicies(all);
    assert.deepEqual(
      rules.filter((rule) => rule.role === 'trusted_person').map((rule) => [rule.action, rule.area, rule.mode]),
      [
        ['read', 'messages', 'view'],
        ['send', 'messages', 'act'],
      ],
    );
    assert.deepEqual(serviceRules, [{ resource: 'post.letter', action: 'send', service: 'importer' }]);
  });

  it('gives the same text whatever the order of the policies', () => {
    const reversed = all.toReversed();
    assert.equal(generatePoliciesSql(all), generatePoliciesSql(reversed));
    assert.equal(describePolicies(all), describePolicies(reversed));
    assert.equal(matrixOf(all), matrixOf(reversed));
  });

  it('becomes row security that looks up once per statement and grants no more than it says', () => {
    const sql = generatePoliciesSql(all);
    const read = String.raw`access\.related\('post\.[a-z ]+', '\{"nurse care_team","patient self"\}', '\{"messages"\}', '\{\}'\)`;
    const send = String.raw`access\.related\('post\.letter insert where not draft', '\{"patient self"\}', '\{\}', '\{"messages"\}'\)`;
    const any = String.raw`\n {4}or \(select access\.any_patient\('post\.letter', 'read'\)\)`;
    const of = (column: string, look: string) => String.raw`${column} = any\(\(select ${look}\)::uuid\[\]\)`;
    assert.match(sql, new RegExp(String.raw`using \(\(not draft\) and \(${of('patient_id', read)}${any}\)\)`));
    assert.match(sql, new RegExp(String.raw`with check \(\(not draft\) and ${of('patient_id', send)}\)`));
    assert.match(sql, /for insert to app_importer\n {2}with check \(not draft\)/);
    // Letters and parcels share the rows of post.head: one look-up with the ties of both.
    assert.match(sql, new RegExp(of('subject_id', read)));
    assert.match(sql, /grant select \(id\) on post\.drawer to app;/);
    assert.match(sql, /account_id = \(select access\.own_account\('post\.drawer', 'read'\)\)/);
    assert.doesNotMatch(sql, /grant [^;]*(update|delete)/);
    // A function per row took 1,204 ms against 0.17: each look-up is a sub-select of its own.
    assert.equal(
      sql.match(/access\.(related|any_patient|own_account)\(/g)?.length,
      sql.match(/\(select access\./g)?.length,
    );
  });

  it('answers the app: forbidden, hidden, or allowed', () => {
    const authorise = createAuthorise(all);
    const nobody = { relationships: [], areas: [] };
    const forbidden = { allow: false, kind: 'forbidden' };
    const hidden = { allow: false, kind: 'not-found' };
    const allowed = { allow: true };
    const ask = (role: string, relationships: string[], areas: string[] = [], over: Partial<Contract> = {}) =>
      authorise(contract(over), { role, relationships, areas });

    assert.deepEqual(authorise(contract({}), undefined), { allow: false, kind: 'unauthenticated' });
    assert.deepEqual(ask('patient', ['self']), allowed);
    assert.deepEqual(ask('patient', []), hidden);
    assert.deepEqual(ask('patient', ['care_team']), hidden);
    assert.deepEqual(ask('nurse', ['care_team']), allowed);
    assert.deepEqual(
      ask('nurse', ['self']),
      hidden,
      'a nurse who is also a patient here acts as a patient in that role',
    );
    assert.deepEqual(ask('billing', ['care_team', 'self']), forbidden);
    assert.deepEqual(ask('administrator', ['care_team']), forbidden);
    assert.deepEqual(ask('privacy_officer', []), allowed);
    assert.deepEqual(ask('trusted_person', ['trusted_person']), hidden);
    assert.deepEqual(ask('trusted_person', ['trusted_person'], ['messages:view']), allowed);
    const sending = { action: 'send' };
    assert.deepEqual(ask('trusted_person', ['trusted_person'], ['messages:view'], sending), hidden);
    assert.deepEqual(ask('trusted_person', ['trusted_person'], ['messages:act'], sending), allowed);
    assert.deepEqual(ask('trusted_person', ['trusted_person'], ['results:act'], sending), hidden);
    assert.deepEqual(ask('nurse', ['care_team'], [], { audience: 'patient' }), forbidden);
    assert.deepEqual(ask('patient', ['self'], [], { audience: 'staff' }), forbidden);
    assert.deepEqual(ask('patient', ['self'], [], { audience: 'service', action: 'send' }), forbidden);
    assert.deepEqual(authorise(contract(sending), { role: 'importer', ...nobody }), allowed);
    assert.deepEqual(authorise(contract({}), { role: 'importer', ...nobody }), forbidden);
    assert.deepEqual(authorise(contract(sending), { role: 'api', ...nobody }), forbidden);
    assert.deepEqual(authorise(contract({ resource: 'post.unwritten' }), { role: 'nurse', ...nobody }), forbidden);
    assert.deepEqual(authorise(contract({ audience: 'public' }), undefined), allowed);
  });

  it('explains an answer in words, and names what it knows when asked for something else', () => {
    assert.match(
      explainDecision(all, 'nurse', 'post.letter', 'read'),
      /Yes\. Nurse:[\s\S]*care_team[\s\S]*post\.letter: select/,
    );
    assert.match(explainDecision(all, 'billing', 'post.letter', 'read'), /No\. Billing/);
    assert.match(explainDecision(all, 'importer', 'post.letter', 'send'), /Yes\. Importer[\s\S]*app_importer/);
    assert.match(explainDecision(all, 'worker', 'post.letter', 'send'), /No\. Job worker/);
    assert.throws(() => explainDecision(all, 'nurse', 'post.unknown', 'read'), /post\.letter/);
    assert.throws(() => explainDecision(all, 'king', 'post.letter', 'read'), /nurse/);
    assert.throws(() => explainDecision(all, 'nurse', 'post.letter', 'burn'), /read, send/);
  });

  it('is printed by the command, as text or JSON', async () => {
    const shown = JSON.parse(await runPolicyCommand(['show', '--json'], all, '.'));
    assert.deepEqual(Object.keys(shown), ['resources', 'rules', 'services']);
    assert.match(
      await runPolicyCommand(['show'], all, '.'),
      /post\.letter read \| self \| trusted_person\(messages:view\)/,
    );
    assert.match(await runPolicyCommand(['explain', 'nurse', 'post.letter', 'read'], all, '.'), /Yes/);
    await assert.rejects(runPolicyCommand(['delete'], all, '.'), /Usage/);
  });
});
