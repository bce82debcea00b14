import { compilePolicies } from './compile-policy.ts';
import { humanRoles, serviceRoles, type HumanRole, type Policy, type Service } from './policy-types.ts';
import { actionInWords, relationshipWords, roleWords, serviceWords } from './words.ts';

const lines = (...parts: readonly (string | readonly string[])[]): string => `${parts.flat().join('\n')}\n`;

const tablesOf = (policy: Policy, action: string): string[] =>
  policy.tables.flatMap((table) => {
    const commands = (['select', 'insert', 'update', 'delete'] as const).filter((c) => table[c]?.includes(action));
    if (commands.length === 0) return [];
    return [`  ${table.table}: ${commands.join(', ')}${table.where ? ` where ${table.where}` : ''}`];
  });

/**
 * Why a role (or a program) may or may not do an action on a resource, in words, with the tables it reaches.
 * Throws with the known names when one of the three is unknown.
 */
export const explainDecision = (
  policies: readonly Policy[],
  role: string,
  resource: string,
  action: string,
): string => {
  const policy = policies.find((candidate) => candidate.resource === resource);
  if (!policy) {
    throw new Error(`No resource "${resource}". Known: ${policies.map((known) => known.resource).join(', ')}`);
  }
  const known = [...new Set(policy.rules.flatMap((rule) => rule.actions))];
  if (known.length > 0 && !known.includes(action)) {
    throw new Error(`No action "${action}" on ${resource}. Known: ${known.join(', ')}`);
  }
  const { rules, serviceRules } = compilePolicies([policy]);
  const subject = `${actionInWords(action)}: ${policy.title} (${resource} ${action})`;
  if (role in serviceRoles) {
    const title = serviceWords[role as Service].title;
    const allowed = serviceRules.some((rule) => rule.service === role && rule.action === action);
    if (!allowed) return lines(subject, `No. ${title} has no rule for it.`);
    return lines(
      subject,
      `Yes. ${title}, by its database role ${serviceRoles[role as Service]}.`,
      tablesOf(policy, action),
    );
  }
  if (!(humanRoles as readonly string[]).includes(role)) {
    throw new Error(`No role "${role}". Known: ${[...humanRoles, ...Object.keys(serviceRoles)].join(', ')}`);
  }
  const { title } = roleWords[role as HumanRole];
  const mine = rules.filter((rule) => rule.role === role && rule.action === action);
  if (mine.length === 0) return lines(subject, `No. ${title} has no rule for it, so it is refused (403).`);
  const ways = mine.map((rule) => {
    const why = policy.rules.find(
      (written) =>
        'role' in written && written.role === role && written.relationship === rule.relationship && written.why,
    )?.why;
    const tie = relationshipWords[rule.relationship as keyof typeof relationshipWords] || 'of every patient';
    const part = rule.area ? `, where "${rule.area}" is open to ${rule.mode}` : '';
    return `  ${rule.relationship}: ${tie}${part}${why ? `. ${why}` : ''}`;
  });
  const isForAll = mine.some((rule) => rule.relationship === 'any' || rule.relationship === 'own');
  const rest = isForAll ? [] : ['For any other patient the answer is 404, as if there were none.'];
  return lines(subject, `Yes. ${title}:`, ways, rest, 'Rows in the database:', tablesOf(policy, action));
};
