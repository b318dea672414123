// Turns the table of operations into an OpenAPI 3.1 document; the build publishes it.
import { avatarTypes } from '../src/contract/avatar.ts';
import { operations, sessionOperations, type Operation } from '../src/contract/operations.ts';
import { inputs as judged, outputs as answered } from '../src/contract/schemas.ts';
import { manifest } from './entries.ts';
import { errorResponses, type Name, problemContent, problemResponse } from './openapi/errors.ts';
import {
  componentSchemas,
  hasAccount,
  inputSchema,
  type Json,
  outputName,
  reference,
} from './openapi/schemas.ts';
import { summaries } from './openapi/summaries.ts';

const text = { schema: { type: 'string' } };
const inHeader = (name: string, description: string): Json => ({
  name,
  in: 'header',
  description,
  ...text,
});
const inPath = (name: string, schema: Json): Json => ({ name, in: 'path', required: true, schema });

const ifMatch = inHeader(
  'If-Match',
  'The version that the form last saw, as its ETag; without it any version is taken',
);
const shownAccount = inHeader(
  'Selvedge-Account',
  'The id of the account that the page shows; compared with the session, nothing else',
);
const stepUpToken = inHeader(
  'X-Step-Up-Token',
  'The proof, where the server answers it to the page (`stepUpToken`); else it comes in a cookie',
);

/** What of the input stands in path and query. */
function inputParameters(operationId: Name, { method, path }: Operation): Json[] {
  const input = judged[operationId];
  const found = input === null ? null : inputSchema(input);
  const { properties = {}, required = [] } = found?.schema ?? {};
  if (path.includes('{id}')) {
    return [inPath('id', { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' })];
  }
  if (method !== 'GET') return [];
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function requestBody(operationId: Name, { body, path }: Operation, used: Set<string>): Json {
  if (body === 'image') {
    // What the picture is, its bytes tell; a browser that does not know sends the last of these.
    const types = [...avatarTypes, 'application/octet-stream'];
    const content = Object.fromEntries(types.map((type) => [type, {}]));
    return { requestBody: { required: true, content } };
  }
  const input = judged[operationId];
  const found = input === null || body !== 'json' ? null : inputSchema(input);
  if (found === null) return {};
  const json = (schema: Json): Json => ({
    requestBody: { required: true, content: { 'application/json': { schema } } },
  });
  if (!path.includes('{id}')) {
    used.add(found.name);
    return json({ $ref: reference(found.name) });
  }
  const { id: _, ...properties } = found.schema.properties ?? {};
  const required = (found.schema.required ?? []).filter((name) => name !== 'id');
  return json({ ...found.schema, properties, required });
}

function describeOperation(operationId: Name, operation: Operation, used: Set<string>): Json {
  const summary = summaries[operationId];
  const { caller, conditional, stepUp } = operation;
  const output = answered[operationId];
  const etag = { description: 'The version of the account', schema: { type: 'string' } };
  const parameters = [
    ...inputParameters(operationId, operation),
    ...(caller === 'session' ? [shownAccount] : []),
    ...(stepUp === undefined ? [] : [stepUpToken]),
    ...(conditional ? [ifMatch] : []),
  ];
  return {
    operationId,
    summary,
    security: caller === 'session' ? [{ session: [] }] : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestBody(operationId, operation, used),
    responses: {
      '200': {
        description: summary,
        ...(hasAccount(output) ? { headers: { ETag: etag } } : {}),
        content: { 'application/json': { schema: { $ref: reference(outputName(output)) } } },
      },
      ...errorResponses(operationId, operation),
    },
  };
}

/** The bytes of a picture, where an account's `avatar.url` leads. */
const avatarBytes: Json = {
  get: {
    operationId: 'getAvatarBytes',
    summary: 'The bytes of a picture',
    security: [],
    parameters: [inPath('account', { type: 'string' }), inPath('name', { type: 'string' })],
    responses: {
      '200': { description: 'A square picture that never changes', content: { 'image/webp': {} } },
      '404': { description: 'not_found', content: problemContent },
      '503': problemResponse(503, ['unavailable']),
    },
  },
};

const fine = {
  type: 'object',
  properties: { status: { const: 'ok' } },
  required: ['status'],
};

function probe(operationId: string, summary: string, responses: Json): Json {
  const content = { 'application/json': { schema: fine } };
  const answers = { '200': { description: summary, content }, ...responses };
  return { get: { operationId, summary, security: [], responses: answers } };
}

/** Paths that are no operations. */
const further: Record<string, Json> = {
  '/avatars/{account}/{name}.webp': avatarBytes,
  '/health': probe('health', 'The process answers', {}),
  '/ready': probe('ready', 'Requests may be sent here: the store answers, nothing is closing', {
    '503': problemResponse(503, ['unavailable']),
  }),
};

/** The document for the default base path, with sign-up, sign-in and sign-out. */
export function createOpenApi(): Json {
  const paths: Record<string, Json> = {};
  const used = new Set<string>();
  for (const [name, operation] of Object.entries<Operation>({
    ...operations,
    ...sessionOperations,
  })) {
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = describeOperation(
      name as Name,
      operation,
      used,
    );
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Selvedge',
      version: manifest.version,
      description: 'What a person may do to their own account.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/auth' }],
    paths: { ...paths, ...further },
    components: {
      schemas: componentSchemas(used),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-selvedge-session',
          description: "The package's own session; a host with its own sessions has its own way.",
        },
      },
    },
  };
}
