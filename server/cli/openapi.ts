import { openApiOf } from '#platform/http/openapi.ts';
import { contracts } from '../routes.ts';
import { portalVersion } from '../version.ts';
import type { Command } from './command.ts';

/** `portico openapi`: what /api/openapi.json serves. */
export const openapi: Command = async () => {
  process.stdout.write(`${JSON.stringify(openApiOf(contracts, portalVersion), null, 2)}\n`);
  return 0;
};
