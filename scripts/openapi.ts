// Turns the table of operations into an OpenAPI 3.1 document; the build publishes it.
import * as z from 'zod/mini';
import { Account, AccountAnswer, DoneAnswer } from '../src/contract/account.ts';
import { DeleteAccount } from '../src/contract/delete-account.ts';
import { LinkToken, RequestEmailChange } from '../src/contract/email-change.ts';
import { errorStatus, Problem, type ServerErrorCode } from '../src/contract/errors.ts';
import { operations, sessionOperations, type Operation } from '../src/contract/operations.ts';
import { ChangePassword } from '../src/contract/password-change.ts';
import { UpdateProfile } from '../src/contract/profile.ts';
import { SignIn, SignUp } from '../src/contract/sign-in.ts';
import { StepUp } from '../src/contract/step-up.ts';
import { manifest } from './entries.ts';

type Json = Record<string, unknown>;

const inputs = {
  ChangePassword,
  DeleteAccount,
  LinkToken,
  RequestEmailChange,
  SignIn,
  SignUp,
  StepUp,
  UpdateProfile,
};
const outputs = { Account, AccountAnswer, DoneAnswer, Problem };

const reference = (name: string): string => `#/components/schemas/${name}`;

function toSchemas(named: Record<string, z.ZodMiniType>, io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    uri: reference,
    override: ({ jsonSchema }) => {
      // A newer server may answer more; what it takes is closed.
      if (io === 'output') delete jsonSchema.additionalProperties;
    },
  });
  for (const schema of Object.values(schemas)) {
    delete schema.$schema;
    delete schema.$id;
  }
  return schemas;
}

function nameOf(named: Record<string, z.ZodMiniType>, schema: z.ZodMiniType): string | undefined {
  return Object.keys(named).find((name) => named[name] === schema);
}

/** Which errors an operation can answer, by what its row says. */
const appliesTo: Record<ServerErrorCode, (operation: Operation) => boolean> = {
  unreadable: ({ body }) => body !== 'none',
  not_signed_in: ({ caller }) => caller === 'session',
  session_ended: ({ caller }) => caller === 'session',
  step_up_required: ({ stepUp }) => stepUp,
  cross_site: ({ method }) => method !== 'GET',
  not_allowed: ({ caller, method }) => caller === 'session' && method !== 'GET',
  not_found: ({ caller }) => caller === 'session',
  method_not_allowed: () => false,
  username_taken: (operation) => operation === operations.updateProfile,
  email_taken: ({ input }) => input === RequestEmailChange || input === SignUp,
  account_switched: ({ caller, method }) => caller === 'session' && method !== 'GET',
  link_invalid: ({ caller }) => caller === 'link',
  link_expired: ({ caller }) => caller === 'link',
  link_used: ({ caller }) => caller === 'link',
  version_conflict: ({ conditional }) => conditional,
  too_large: ({ method }) => method !== 'GET',
  unsupported_media_type: ({ body }) => body !== 'none',
  validation_failed: ({ method }) => method !== 'GET',
  rate_limited: ({ method }) => method !== 'GET',
  unavailable: () => true,
};

const problemContent = { 'application/problem+json': { schema: { $ref: reference('Problem') } } };

function errorResponses(operation: Operation): Json {
  const responses: Record<string, { description: string; content: Json }> = {};
  for (const [code, status] of Object.entries(errorStatus) as [ServerErrorCode, number][]) {
    if (!appliesTo[code](operation)) continue;
    const other = responses[status]?.description;
    const description = other === undefined ? code : `${other}, ${code}`;
    responses[status] = { description, content: problemContent };
  }
  return responses;
}

function requestBody({ body, input }: Operation): Json {
  if (body === 'image') {
    const types = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'];
    const content = Object.fromEntries(types.map((type) => [type, {}]));
    return { requestBody: { required: true, content } };
  }
  const name = input === null || body === 'none' ? undefined : nameOf(inputs, input);
  if (name === undefined) return {};
  const content = { 'application/json': { schema: { $ref: reference(name) } } };
  return { requestBody: { required: true, content } };
}

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  description: 'The version that the form last saw, as its ETag; without it any version is taken',
  schema: { type: 'string' },
};
const shownAccount = {
  name: 'Selvedge-Account',
  in: 'header',
  description: 'The id of the account that the page shows; compared with the session, nothing else',
  schema: { type: 'string' },
};

function describeOperation(operationId: string, operation: Operation): Json {
  const { summary, method, caller, conditional, output } = operation;
  const name = nameOf(outputs, output);
  if (name === undefined) throw new Error(`${operationId} answers with a schema that has no name`);
  const etag = { description: 'The version of the account', schema: { type: 'string' } };
  const parameters = [
    ...(caller === 'session' && method !== 'GET' ? [shownAccount] : []),
    ...(conditional ? [ifMatch] : []),
  ];
  return {
    operationId,
    summary,
    security: caller === 'session' ? [{ session: [] }] : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestBody(operation),
    responses: {
      '200': {
        description: summary,
        ...(output === AccountAnswer ? { headers: { ETag: etag } } : {}),
        content: { 'application/json': { schema: { $ref: reference(name) } } },
      },
      ...errorResponses(operation),
    },
  };
}

/** The document for the default base path, with sign-up, sign-in and sign-out. */
export function createOpenApi(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, operation] of Object.entries({ ...operations, ...sessionOperations })) {
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = describeOperation(
      name,
      operation,
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
    paths,
    components: {
      schemas: { ...toSchemas(inputs, 'input'), ...toSchemas(outputs, 'output') },
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
