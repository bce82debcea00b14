import { compilePolicies, inOrder } from './compile-policy.ts';
import { labelColumns, labelOf, labelSql, labelText, openingRows, type Opening } from './labelled-rows.ts';
import {
  isHumanRule,
  isServiceRule,
  modeOf,
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

const kindsOfRight = ['ties', 'view', 'act', 'any', 'own', 'roles'] as const;

/**
 * What people may do on one set of rows. `any` and `own` hold rights ('records.results read'). `ties` are pairs of
 * role and relationship ('nurse care_team'), `view` and `act` the areas that must be open to a trusted person, `roles`
 * the roles that `any` means.
 */
type Rights = Record<(typeof kindsOfRight)[number], string[]>;

const noRights = (): Rights => ({ ties: [], view: [], act: [], any: [], own: [], roles: [] });

const peopleRights = (policy: Policy, actions: readonly string[]): Rights => {
  const rights = noRights();
  for (const action of actions) {
    const right = `${policy.resource} ${action}`;
    for (const rule of policy.rules.filter(isHumanRule)) {
      if (!rule.actions.includes(action)) continue;
      const { role, relationship, area } = rule;
      if (relationship === 'any') rights.roles.push(role);
      if (relationship === 'any' || relationship === 'own') rights[relationship].push(right);
      else if (area === undefined) rights.ties.push(`${role} ${relationship}`);
      else rights[modeOf(action)].push(area);
    }
  }
  return rights;
};

const call = (name: string, right: string): string => {
  const [resource, action] = right.split(' ') as [string, string];
  return `(select access.${name}(${quoted(resource)}, ${quoted(action)}))`;
};

const textArray = (items: readonly string[]): string =>
  quoted(
    `{${[...new Set(items)]
      .toSorted(inOrder)
      .map((item) => `"${item}"`)
      .join(',')}}`,
  );

/** One condition for all the rights. Each look-up runs once per statement, never per row. */
const conditionOf = ({ ties, view, act, any, own }: Rights, table: TableRule, rowsOf: string): string | undefined => {
  const parts: string[] = [];
  // The tie to a patient first: for most callers it answers, and the look-up of the role alone is never made.
  if (ties.length + view.length + act.length > 0) {
    const lists = [quoted(rowsOf), ...[ties, view, act].map(textArray)].join(', ');
    parts.push(`${table.patientColumn} = any((select access.related(${lists}))::uuid[])`);
  }
  for (const right of new Set(own)) parts.push(`${table.accountColumn} = ${call('own_account', right)}`);
  for (const right of new Set(any)) parts.push(call('any_patient', right));
  if (parts.length === 0) return undefined;
  return parts.length === 1 ? parts[0] : `(${parts.join('\n    or ')})`;
};

type Use = { readonly policy: Policy; readonly table: TableRule };

/** What a database role may do to which rows of a table. */
type DatabaseRule = {
  name: string;
  role: string;
  command: SqlCommand;
  condition: string;
  columns?: readonly string[] | undefined;
  /** What the rule's look-up must find. */
  openings?: readonly Opening[];
};

const within = (table: TableRule, condition: string): string => {
  if (!table.where) return condition;
  return condition === 'true' ? table.where : `(${table.where}) and ${condition}`;
};

/** The same rows of a table, and what people may do with them by all the resources that mean them. */
type RowRights = { readonly table: TableRule; readonly rights: Rights; readonly name: string };

/** Resources that mean the same rows of the table share one rule, so that one look-up serves them. */
const rightsByRows = (uses: readonly Use[], command: SqlCommand): RowRights[] => {
  const sameRows = Map.groupBy(uses, ({ table }) => [table.where, keyOf(table)].join('|'));
  return [...sameRows.values()].flatMap((group) => {
    const rights = noRights();
    const giving = new Set<string>();
    for (const use of group) {
      const mine = peopleRights(use.policy, use.table[command] ?? []);
      for (const kind of kindsOfRight) {
        rights[kind].push(...mine[kind]);
        if (mine[kind].length > 0) giving.add(use.policy.resource);
      }
    }
    const name = giving.size === 1 ? [...giving][0]! : `${giving.size} resources`;
    return giving.size === 0 ? [] : [{ table: group[0]!.table, rights, name }];
  });
};

const rolesOf = (table: TableRule): readonly string[] => table.via ?? ['app'];

const keyOf = (table: TableRule): string =>
  [table.patientColumn, table.accountColumn, rolesOf(table).join(), table.columns?.join()].join('|');

const openingsOf = (rowsOf: string, rights: Rights, label: string): Opening[] => {
  const way = (of: string, mode: Opening['mode'] = 'view', area: string | null = null): Opening => ({
    rowsOf,
    way: of,
    area,
    mode,
    label,
  });
  return [
    ...rights.ties.map((tie) => way(tie)),
    ...rights.view.map((area) => way('trusted_person trusted_person', 'view', area)),
    ...rights.act.map((area) => way('trusted_person trusted_person', 'act', area)),
    ...rights.roles.map((role) => way(`${role} any`)),
  ];
};

/** One rule for parts of a table that differ by plain values only. */
const labelledRule = (command: SqlCommand, parts: readonly RowRights[]): Omit<DatabaseRule, 'role'> => {
  const { table } = parts[0]!;
  const rowsOf = [table.table, command, 'by', labelColumns(table.where), ...(table.via ?? [])].join(' ');
  const label = labelSql(table.where);
  const openings = parts.flatMap((part) => openingsOf(rowsOf, part.rights, labelOf(part.table.where)));
  const arms: string[] = [];
  // The tie to a patient first: for most callers it answers, and the look-up of the role alone is never made.
  if (openings.some(({ way }) => !way.endsWith(' any'))) {
    arms.push(
      `(uuid_send(${table.patientColumn}) || ${label}) = any((select access.keys(${quoted(rowsOf)}))::bytea[])`,
    );
  }
  if (openings.some(({ way }) => way.endsWith(' any'))) {
    arms.push(`${label} = any((select access.role_keys(${quoted(rowsOf)}))::bytea[])`);
  }
  return {
    name: `${parts.length} parts`,
    command,
    condition: arms.join('\n    or '),
    columns: table.columns,
    openings,
  };
};

/** A rule for one set of rows. */
const singleRule = (command: SqlCommand, { table, rights, name }: RowRights): Omit<DatabaseRule, 'role'> => {
  const rowsOf = [table.table, command, ...(table.where ? ['where', table.where] : []), ...(table.via ?? [])].join(' ');
  return {
    name,
    command,
    condition: within(table, conditionOf(rights, table, rowsOf)!),
    columns: table.columns,
    openings: openingsOf('tables', rights, rowsOf).filter(({ way }) => !way.endsWith(' any')),
  };
};

const peopleRules = (uses: readonly Use[], command: SqlCommand): DatabaseRule[] => {
  const byKey = Map.groupBy(rightsByRows(uses, command), ({ table, rights }) => {
    const columns = rights.own.length > 0 ? undefined : labelColumns(table.where);
    return columns === undefined ? `alone ${table.where} ${keyOf(table)}` : `${columns} ${keyOf(table)}`;
  });
  // Keys of two columns for patients would be taken for each other.
  const columnsOfPatients = new Set(
    [...byKey.values()].filter((parts) => parts.length > 1).map((parts) => parts[0]!.table.patientColumn),
  );
  if (columnsOfPatients.size > 1) throw new Error(`${uses[0]!.table.table}: its parts name different patient columns`);
  return [...byKey.values()].flatMap((parts) => {
    const { table } = parts[0]!;
    const rule = parts.length > 1 ? labelledRule(command, parts) : singleRule(command, parts[0]!);
    const columns = command === 'delete' ? undefined : rule.columns;
    return rolesOf(table).map((role) => ({ ...rule, role, columns }));
  });
};

/** Parts of a table that one program may reach, as one rule: each rule costs a statement its set-up, asked for or not. */
const mergedParts = (command: SqlCommand, role: string, uses: readonly Use[]): DatabaseRule[] => {
  const byColumns = Map.groupBy(uses, ({ table }) => labelColumns(table.where) ?? `alone ${table.where}`);
  return [...byColumns.values()].map((some) => {
    const { policy, table } = some[0]!;
    const wheres = new Set(some.map((use) => use.table.where));
    if (wheres.size === 1) return { name: policy.resource, role, command, condition: within(table, 'true') };
    const labels = textArray(some.map((use) => labelOf(use.table.where)));
    return { name: `${wheres.size} parts`, role, command, condition: `${labelText(table.where)} = any(${labels})` };
  });
};

const programRules = (uses: readonly Use[], command: SqlCommand): DatabaseRule[] => {
  const byRole = new Map<string, Use[]>();
  const definer = uses.find(({ table }) => table.definer?.includes(command));
  for (const use of uses) {
    const actions = use.table[command] ?? [];
    for (const rule of use.policy.rules.filter(isServiceRule)) {
      if (!rule.actions.some((action) => actions.includes(action))) continue;
      const role = serviceRoles[rule.service];
      byRole.set(role, [...(byRole.get(role) ?? []), use]);
    }
  }
  return [
    ...[...byRole].flatMap(([role, mine]) => mergedParts(command, role, mine)),
    ...(definer ? [{ name: definer.policy.resource, role: 'access_reader', command, condition: 'true' }] : []),
  ];
};

const databaseRules = (uses: readonly Use[]): DatabaseRule[] =>
  sqlCommands.flatMap((command) => [...peopleRules(uses, command), ...programRules(uses, command)]);

const clausesOf = (command: SqlCommand, condition: string): string => {
  if (command === 'insert') return `with check (${condition})`;
  if (command === 'update') return `using (${condition})\n  with check (${condition})`;
  return `using (${condition})`;
};

const policyStatements = (table: string, rules: readonly DatabaseRule[]): string[] => {
  const taken = new Map<string, number>();
  return rules.map(({ name, role, command, condition }) => {
    const wanted = `rule: ${name} ${command} ${role}`;
    const nth = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, nth);
    const unique = nth === 1 ? wanted : `${wanted} ${nth}`;
    if (Buffer.byteLength(unique) > 63) throw new Error(`policy name too long for PostgreSQL: ${unique}`);
    return `create policy "${unique}" on ${table} for ${command} to ${role}\n  ${clausesOf(command, condition)};`;
  });
};

const grantStatements = (table: string, rules: readonly DatabaseRule[]): string[] =>
  [...Map.groupBy(rules, (rule) => rule.role).entries()]
    .toSorted(([a], [b]) => inOrder(a, b))
    .map(([role, mine]) => {
      const privileges = sqlCommands.flatMap((command) => {
        const wanted = mine.filter((rule) => rule.command === command);
        if (wanted.length === 0) return [];
        if (wanted.some((rule) => rule.columns === undefined)) return [command as string];
        return [`${command} (${[...new Set(wanted.flatMap((rule) => rule.columns ?? []))].join(', ')})`];
      });
      return `grant ${privileges.join(', ')} on ${table} to ${role};`;
    });

const processRoles = Object.values(serviceRoles).toSorted(inOrder).join(', ');

const tableSection = (table: string, uses: readonly Use[]): string => {
  const rules = databaseRules(uses);
  return [
    `-- ${table}`,
    `revoke all on ${table} from ${processRoles};`,
    ...grantStatements(table, rules),
    ...policyStatements(table, rules),
    '',
  ].join('\n');
};

/** `grant usage` on each schema to the roles that have a rule in it. */
const schemaGrants = (byTable: ReadonlyMap<string, readonly Use[]>): string[] => {
  const roles = new Map<string, Set<string>>();
  for (const [table, uses] of byTable) {
    const schema = table.slice(0, table.indexOf('.'));
    const known = roles.get(schema) ?? new Set();
    for (const { role } of databaseRules(uses)) known.add(role);
    roles.set(schema, known);
  }
  return [...roles.entries()]
    .filter(([, of]) => of.size > 0)
    .toSorted(([a], [b]) => inOrder(a, b))
    .map(([schema, of]) => `grant usage on schema ${schema} to ${[...of].toSorted(inOrder).join(', ')};`);
};

/** db/policies.sql for these policies. Throws when they contradict themselves. */
export const generatePoliciesSql = (policies: readonly Policy[]): string => {
  const uses = [...policies]
    .toSorted((a, b) => inOrder(a.resource, b.resource))
    .flatMap((policy) => policy.tables.map((table) => ({ policy, table })));
  const byTable = Map.groupBy(uses, ({ table }) => table.table);
  const sections = [...byTable.entries()]
    .toSorted(([a], [b]) => inOrder(a, b))
    .map(([table, of]) => tableSection(table, of));
  const openings = [...byTable.values()].flatMap((of) => databaseRules(of).flatMap((rule) => rule.openings ?? []));
  return [
    head,
    ruleRows(policies),
    openingRows(openings),
    ...schemaGrants(byTable),
    '',
    ...sections,
    'reset role;',
    '',
  ].join('\n');
};
