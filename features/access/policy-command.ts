import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { explainDecision } from './explain.ts';
import { policyFiles } from './policy-files.ts';
import type { Policy } from './policy-types.ts';
import { showPolicies, showPoliciesAsText } from './show.ts';

const usage = `Usage: portico policy show [--json]
       portico policy explain ROLE RESOURCE ACTION
       portico policy write`;

/**
 * `portico policy ...`. Gives the text for stdout; throws an Error with words for the terminal.
 * @param root the repository's folder, where `write` puts the generated files
 */
export const runPolicyCommand = async (
  args: readonly string[],
  policies: readonly Policy[],
  root: string,
): Promise<string> => {
  const [command, ...rest] = args;
  if (command === 'show' && rest.length === 0) return showPoliciesAsText(policies);
  if (command === 'show' && rest.length === 1 && rest[0] === '--json') {
    return `${JSON.stringify(showPolicies(policies), null, 2)}\n`;
  }
  if (command === 'explain' && rest.length === 3) {
    const [role, resource, action] = rest as [string, string, string];
    return explainDecision(policies, role, resource, action);
  }
  if (command === 'write' && rest.length === 0) {
    const files = policyFiles(policies);
    for (const file of files) await writeFile(path.join(root, file.path), file.text);
    return `${files.map((file) => file.path).join('\n')}\n`;
  }
  throw new Error(usage);
};
