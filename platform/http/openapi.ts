import * as z from 'zod/mini';
import type { Contract } from '../contract.ts';

type JsonSchema = Record<string, unknown>;

const schemaOf = (shape: z.ZodMiniType): JsonSchema => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input' }) as JsonSchema;
  return schema;
};

const parametersOf = (shape: z.ZodMiniObject | undefined, place: 'path' | 'query'): JsonSchema[] => {
  if (!shape) return [];
  const schema = schemaOf(shape) as { properties?: Record<string, JsonSchema>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (schema.required ?? []).includes(name),
    schema: property,
  }));
};

const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    fields: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};

const operationOf = (contract: Contract): JsonSchema => ({
  operationId: contract.id,
  summary: contract.summary,
  description: `Policy: ${contract.action} on ${contract.resource}.`,
  tags: [contract.id.split('.')[0]],
  ...(contract.audience === 'public' ? { security: [] } : {}),
  parameters: [...parametersOf(contract.params, 'path'), ...parametersOf(contract.query, 'query')],
  ...(contract.body
    ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(contract.body) } } } }
    : {}),
  responses: {
    '200': {
      description: 'Done.',
      content:
        contract.response === 'bytes'
          ? { 'application/octet-stream': {} }
          : {
              'application/json': {
                schema: contract.response === 'stored-json' ? { type: 'object' } : schemaOf(contract.response),
              },
            },
    },
    default: {
      description: 'A problem (RFC 9457).',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
});

/** The OpenAPI 3.1 document of all contracts that are reachable over HTTP. */
export const openApiOf = (contracts: readonly Contract[], version: string): JsonSchema => {
  const paths: Record<string, JsonSchema> = {};
  for (const contract of contracts) {
    if (contract.audience === 'service') continue;
    const at = contract.path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}');
    (paths[at] ??= {})[contract.method.toLowerCase()] = operationOf(contract);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Portico', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-portico' } },
    },
  };
};
