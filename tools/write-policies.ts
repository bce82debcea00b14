// Writes the files that are made from the policy: the same as `npx portico policy write`, for use
// while another part of the server does not load.
import path from 'node:path';
import { runPolicyCommand } from '#features/access/index.ts';
import { policies } from '../server/routes.ts';

process.stdout.write(await runPolicyCommand(['write'], policies, path.resolve(import.meta.dirname, '..')));
