import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { compilePolicies, humanRoles, patientSideRoles, policyFiles } from '#features/access/index.ts';
import { contracts, policies } from '../../server/routes.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('what is made from the policy', () => {
  for (const file of policyFiles(policies)) {
    it(`${file.path} is current (npx portico policy write)`, () => {
      // Not assert.equal: the difference of two long files helps nobody.
      assert.ok(readFileSync(path.join(root, file.path), 'utf8') === file.text, `${file.path} is stale`);
    });
  }

  it('names the resource and the action of every operation', () => {
    const { rules, serviceRules } = compilePolicies(policies);
    const known = new Set(policies.map((policy) => policy.resource));
    for (const contract of contracts) {
      assert.ok(known.has(contract.resource), `${contract.id}: no policy for ${contract.resource}`);
      if (contract.audience === 'public') continue;
      const right = `${contract.resource} ${contract.action}`;
      const people = rules.filter((rule) => `${rule.resource} ${rule.action}` === right).map((rule) => rule.role);
      const programs = serviceRules.filter((rule) => `${rule.resource} ${rule.action}` === right);
      if (contract.audience === 'service') {
        assert.ok(programs.length > 0, `${contract.id}: no program may do it`);
        assert.deepEqual(people, [], `${contract.id} is for programs, but people have a rule for it`);
        continue;
      }
      const audience = humanRoles.filter(
        (role) => contract.audience === 'any' || (contract.audience === 'patient') === patientSideRoles.includes(role),
      );
      assert.ok(
        audience.some((role) => people.includes(role)),
        `${contract.id}: nobody in its audience may do it`,
      );
    }
  });

  it('gives administrators no chart, and front desk and billing no clinical record', () => {
    const { rules } = compilePolicies(policies);
    const clinical = ['records.results', 'records.clinical'];
    const chart = [...clinical, 'records.demographics', 'records.directory', 'records.billing'];
    const closedTo = { administrator: chart, front_desk: clinical, billing: clinical, privacy_officer: clinical };
    for (const [role, resources] of Object.entries(closedTo)) {
      assert.deepEqual(
        rules.filter((rule) => rule.role === role && resources.includes(rule.resource)),
        [],
        role,
      );
    }
    const log = rules
      .filter((rule) => rule.resource === 'audit.accessLog')
      .map((rule) => `${rule.role} ${rule.relationship}`);
    assert.deepEqual(log, ['patient self'], 'trusted persons see no access log');
  });
});
