import { inOrder } from './compile-policy.ts';
import {
  humanRoles,
  isHumanRule,
  isServiceRule,
  serviceRoles,
  type HumanRole,
  type HumanRule,
  type Policy,
  type Service,
} from './policy-types.ts';
import { actionInWords, relationshipWords, roleWords, serviceWords } from './words.ts';

const intro = `# Who may see and do what

This is the written access policy of Portico, for people who do not write programs. It is not a description of the
program: it *is* what the program enforces. The same rows make this page, the checks in the program, the rules inside
the database, and the tests that try every operation in every role. \`npx portico policy write\` makes this page again.

## What always holds

- **Nothing is allowed unless a line below allows it.** A new kind of record is closed to everybody until somebody writes a line.
- **A role is not enough.** Most lines also need a tie to the patient: being that patient, being trusted by that patient,
  being on the care team. The tie is looked up at every request, in the program and again inside the database.
- **Everybody acts in one role at a time.** An administrator can never also hold a role that reads charts or keeps keys.
- **Whether a person is a patient here is itself private.** Asking for the record of somebody you have no tie to gives
  the same answer as asking for a record that does not exist.
- **Sign-ins end by themselves**: 15 minutes without activity or 12 hours in all for patients, 10 minutes or 8 hours for
  staff. Ending a role ends its sign-ins at once. Only the database's clock counts.
- **Every look is written to the access log** in the same step that shows the record; without the entry nothing is shown.
`;

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')}, or ${parts.at(-1)}`;

const actionsInWords = (actions: readonly string[]): string =>
  actions.map((action, i) => (i === 0 ? actionInWords(action) : actionInWords(action).toLowerCase())).join(', ');

/** Whose rows: the ties that let the role in, and the part that must be open. */
const reach = (policy: Policy, rules: readonly HumanRule[]): string => {
  if (rules.some((rule) => rule.relationship === 'any')) {
    return policy.tables.some((table) => table.patientColumn) ? 'whoever the patient is' : '';
  }
  return joined(
    rules.map((rule) => `${relationshipWords[rule.relationship]}${rule.area ? ` (the part "${rule.area}")` : ''}`),
  );
};

/** "**See**: Results, of patients on whose care team they are, or ... *Why.*", one line per resource and actions. */
const roleLines = (policies: readonly Policy[], role: HumanRole): string[] =>
  policies.flatMap((policy) => {
    const rules = policy.rules.filter(isHumanRule).filter((rule) => rule.role === role);
    return [...Map.groupBy(rules, (rule) => actionsInWords(rule.actions)).entries()].map(([doing, same]) => {
      const whose = reach(policy, same);
      const reasons = new Set(same.flatMap((rule) => (rule.why === undefined ? [] : [rule.why])));
      const why = Array.from(reasons, (text: string) => ` *${text}*`).join('');
      return `- **${doing}**: ${policy.title}${whose ? `, ${whose}` : ''}.${why}`;
    });
  });

const never = (policies: readonly Policy[], role: HumanRole): string => {
  const closed = policies
    .filter(
      (policy) =>
        policy.rules.some(isHumanRule) && !policy.rules.some((rule) => isHumanRule(rule) && rule.role === role),
    )
    .map((policy) => policy.title);
  return closed.length === 0 ? '' : `\nNever: ${closed.join('; ')}.\n`;
};

const roleSection = (policies: readonly Policy[], role: HumanRole): string => {
  const lines = roleLines(policies, role);
  const body = lines.length === 0 ? '- Nothing yet.' : lines.join('\n');
  return `### ${roleWords[role].title}\n\n${roleWords[role].who}\n\n${body}\n${never(policies, role)}`;
};

const serviceSection = (policies: readonly Policy[], service: Service): string => {
  const lines = policies.flatMap((policy) =>
    policy.rules
      .filter(isServiceRule)
      .filter((rule) => rule.service === service)
      .map((rule) => `- **${actionsInWords(rule.actions)}**: ${policy.title}.${rule.why ? ` *${rule.why}*` : ''}`),
  );
  if (lines.length === 0) return '';
  return `### ${serviceWords[service].title}\n\n${serviceWords[service].who} Database role \`${serviceRoles[service]}\`.\n\n${lines.join('\n')}\n`;
};

const resourceSection = (policy: Policy): string => {
  const who = policy.rules.filter(isHumanRule).map((rule) => rule.role);
  const roles = humanRoles.filter((role) => who.includes(role)).map((role) => roleWords[role].title.toLowerCase());
  const tables = [...new Set(policy.tables.map((table) => `\`${table.table}\``))].toSorted(inOrder);
  return [
    `### ${policy.title}`,
    '',
    ...(policy.about ? [policy.about, ''] : []),
    `- Who: ${roles.length === 0 ? 'no person' : roles.join(', ')}.`,
    `- Named \`${policy.resource}\` in the program; kept in ${tables.length === 0 ? 'no table of its own' : tables.join(', ')}.`,
    '',
  ].join('\n');
};

/** docs/access-policy.md: the policy for people who do not code, from the rows themselves. */
export const describePolicies = (policies: readonly Policy[]): string => {
  const sorted = [...policies].toSorted((a, b) => inOrder(a.title, b.title));
  const services = (Object.keys(serviceRoles) as Service[]).map((service) => serviceSection(sorted, service));
  const text = [
    intro,
    '## Role by role\n',
    ...humanRoles.map((role) => roleSection(sorted, role)),
    '## Programs\n',
    'Programs that act without a person have database sign-ins of their own and only these rights.\n',
    ...services.filter((section) => section !== ''),
    '## Kind of record by kind of record\n',
    ...sorted.map(resourceSection),
  ].join('\n');
  return `${text.replaceAll(/\n{3,}/g, '\n\n').trimEnd()}\n`;
};
