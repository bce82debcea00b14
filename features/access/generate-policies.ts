import { compilePolicies, inOrder } from './compile-policy.ts';
import {
  isHumanRule,
  isServiceRule,
  serviceRoles,
  sqlCommands,
  type Policy,
  type SqlCommand,
  type TableRule,
} from './policy-types.ts';

/**
 * The database's half of the policy as SQL text: pure and deterministic, so that db/policies.sql can be
 * compared with it. Applying it again, or over an older version, leaves exactly these rules.
 */
const head = `-- Generated from the policy.ts files of the features. Do not edit: \`npx portico policy write\` makes it.
-- Every rule that lets anybody reach a row is here or names a role that cannot sign in (test/security).
set role app_owner;

-- Deny by default: every table of ours has forced row security, named below or not.
do $$
declare
  t regclass;
begin
  for t in
    select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspowner = 'app_owner'::regrole and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and c.relforcerowsecurity)
  loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
  end loop;
end
$$;

-- What an earlier version of this file made goes first.
do $$
declare
  p record;
begin
  for p in
    select o.polname, o.polrelid::regclass as t from pg_catalog.pg_policy o where o.polname like 'rule: %'
  loop
    execute format('drop policy %I on %s', p.polname, p.t);
  end loop;
end
$$;
`;

const quoted = (text: string | null): string => (text === null ? 'null' : `'${text.replaceAll("'", "''")}'`);

const ruleRows = (policies: readonly Policy[]): string => {
  const { rules } = compilePolicies(policies);
  const rows = rules.map(
    (r) => `  (${[r.resource, r.action, r.role, r.relationship, r.area, r.mode].map(quoted).join(', ')})`,
  );
  const fill =
    rows.length === 0
      ? ''
      : `insert into access.policy_rule (resource, action, role, relationship, area, mode) values\n${rows.join(',\n')};\n`;
  return `delete from access.policy_rule;\n${fill}`;
};

/** The rows of the table that people may reach by one of the actions; undefined when no rule gives any. */
const peopleExpression = (policy: Policy, table: TableRule, actions: readonly string[]): string | undefined => {
  const parts: string[] = [];
  for (const action of actions) {
    const rules = policy.rules.filter(isHumanRule).filter((rule) => rule.actions.includes(action));
    const call = (name: string): string => `(select access.${name}(${quoted(policy.resource)}, ${quoted(action)}))`;
    const has = (wanted: (relationship: string) => boolean): boolean => rules.some((rule) => wanted(rule.relationship));
    if (has((relationship) => relationship === 'any')) parts.push(call('any_patient'));
    if (table.patientColumn && has((relationship) => !['any', 'own'].includes(relationship))) {
      // A value computed once per statement, never a function per row.
      parts.push(`${table.patientColumn} = any(${call('patient_ids')}::uuid[])`);
    }
    if (table.accountColumn && has((relationship) => relationship === 'own')) {
      parts.push(`${table.accountColumn} = ${call('own_account')}`);
    }
  }
  if (parts.length === 0) return undefined;
  const unique = [...new Set(parts)];
  return unique.length === 1 ? unique[0] : `(${unique.join('\n    or ')})`;
};

const clausesOf = (command: SqlCommand, expression: string): string => {
  if (command === 'insert') return `with check (${expression})`;
  if (command === 'update') return `using (${expression})\n  with check (${expression})`;
  return `using (${expression})`;
};

/** Every database role that a resource lets at a table by a command, and at which of its rows. */
type Right = { role: string; command: SqlCommand; expression: string; columns: readonly string[] | undefined };

const rightsOf = (policy: Policy, table: TableRule): Right[] => {
  const rights: Right[] = [];
  const within = (expression: string): string => {
    if (!table.where) return expression;
    return expression === 'true' ? table.where : `(${table.where}) and ${expression}`;
  };
  for (const command of sqlCommands) {
    const actions = table[command] ?? [];
    const people = peopleExpression(policy, table, actions);
    if (people !== undefined) {
      for (const role of table.via ?? ['app']) {
        rights.push({
          role,
          command,
          expression: within(people),
          columns: command === 'delete' ? undefined : table.columns,
        });
      }
    }
    const services = policy.rules.filter(isServiceRule).filter((rule) => rule.actions.some((a) => actions.includes(a)));
    for (const service of new Set(services.map((rule) => rule.service))) {
      rights.push({ role: serviceRoles[service], command, expression: within('true'), columns: undefined });
    }
    if (table.definer?.includes(command)) {
      rights.push({ role: 'access_reader', command, expression: 'true', columns: undefined });
    }
  }
  return rights;
};

const policyStatement = (
  policy: Policy,
  table: TableRule,
  { role, command, expression }: Right,
  nth: number,
): string => {
  const name = `rule: ${policy.resource} ${command} ${role}${nth > 0 ? ` ${nth + 1}` : ''}`;
  if (Buffer.byteLength(name) > 63) throw new Error(`policy name too long for PostgreSQL: ${name}`);
  return `create policy "${name}" on ${table.table} for ${command} to ${role}\n  ${clausesOf(command, expression)};`;
};

const grantStatements = (table: string, rights: readonly Right[]): string[] => {
  const byRole = Map.groupBy(rights, (right) => right.role);
  return [...byRole.entries()]
    .toSorted(([a], [b]) => inOrder(a, b))
    .map(([role, mine]) => {
      const privileges = sqlCommands.flatMap((command) => {
        const wanted = mine.filter((right) => right.command === command);
        if (wanted.length === 0) return [];
        if (wanted.some((right) => right.columns === undefined)) return [command as string];
        return [`${command} (${[...new Set(wanted.flatMap((right) => right.columns ?? []))].join(', ')})`];
      });
      return `grant ${privileges.join(', ')} on ${table} to ${role};`;
    });
};

const processRoles = Object.values(serviceRoles).toSorted(inOrder).join(', ');

const tableSection = (name: string, uses: readonly { policy: Policy; table: TableRule }[]): string => {
  const all = uses.map(({ policy, table }) => ({ policy, table, rights: rightsOf(policy, table) }));
  // Two entries of one resource for one table (two `where`s) need two names.
  const seen = new Map<string, number>();
  const statements = all.flatMap(({ policy, table, rights }) =>
    rights.map((right) => {
      const key = `${policy.resource} ${right.command} ${right.role}`;
      const nth = seen.get(key) ?? 0;
      seen.set(key, nth + 1);
      return policyStatement(policy, table, right, nth);
    }),
  );
  const grants = grantStatements(
    name,
    all.flatMap(({ rights }) => rights),
  );
  return [`-- ${name}`, `revoke all on ${name} from ${processRoles};`, ...grants, ...statements, ''].join('\n');
};

/** db/policies.sql for these policies. Throws when they contradict themselves. */
export const generatePoliciesSql = (policies: readonly Policy[]): string => {
  const uses = [...policies]
    .toSorted((a, b) => inOrder(a.resource, b.resource))
    .flatMap((policy) => policy.tables.map((table) => ({ policy, table })));
  const byTable = [...Map.groupBy(uses, ({ table }) => table.table).entries()].toSorted(([a], [b]) => inOrder(a, b));
  const schemas = [...new Set(byTable.map(([table]) => table.split('.')[0]!))].toSorted(inOrder);
  const schemaRoles = schemas.flatMap((schema) => {
    const roles = uses
      .filter(({ table }) => table.table.startsWith(`${schema}.`))
      .flatMap(({ policy, table }) => rightsOf(policy, table).map(({ role }) => role));
    const unique = [...new Set(roles)].toSorted(inOrder);
    return unique.length === 0 ? [] : [`grant usage on schema ${schema} to ${unique.join(', ')};`];
  });
  const sections = byTable.map(([table, of]) => tableSection(table, of));
  return [head, ruleRows(policies), ...schemaRoles, '', ...sections, 'reset role;', ''].join('\n');
};
