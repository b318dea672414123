// Turns the table of operations into an OpenAPI 3.1 document; the build publishes it.
import * as z from 'zod/mini';
import { Account, AccountAnswer, DoneAnswer } from '../src/contract/account.ts';
import { avatarTypes } from '../src/contract/avatar.ts';
import { DeleteAccount } from '../src/contract/delete-account.ts';
import { LinkToken, RequestEmailChange } from '../src/contract/email-change.ts';
import { errorStatus, Problem, type ServerErrorCode } from '../src/contract/errors.ts';
import {
  operations,
  sessionOperations,
  type Operation,
  type OperationName,
  type SessionOperationName,
} from '../src/contract/operations.ts';
import { ChangePassword } from '../src/contract/password-change.ts';
import { UpdateProfile } from '../src/contract/profile.ts';
import { inputs as judged, outputs as answered } from '../src/contract/schemas.ts';
import type { Schema } from '../src/contract/schema.ts';
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

function toSchemas(named: Record<string, Schema>, io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema(), { id });
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

function nameOf(named: Record<string, Schema>, schema: Schema): string | undefined {
  return Object.keys(named).find((name) => named[name] === schema);
}

/** Which errors an operation can answer, by what its row says. */
const appliesTo: Record<ServerErrorCode, (operation: Operation) => boolean> = {
  unreadable: ({ method }) => method !== 'GET',
  not_signed_in: ({ caller }) => caller === 'session',
  session_ended: ({ caller }) => caller === 'session',
  step_up_required: (operation) => operation.stepUp === true || operation === operations.stepUp,
  cross_site: ({ method }) => method !== 'GET',
  not_allowed: (operation) =>
    operation === operations.changePassword || operation === operations.stepUp,
  not_found: ({ caller }) => caller === 'session',
  method_not_allowed: () => false,
  username_taken: (operation) => operation === operations.updateProfile,
  email_taken: (operation) =>
    operation === operations.requestEmailChange ||
    operation === sessionOperations.signUp ||
    operation.caller === 'link',
  account_switched: ({ caller }) => caller === 'session',
  link_invalid: ({ caller }) => caller === 'link',
  link_expired: ({ caller }) => caller === 'link',
  link_used: ({ caller }) => caller === 'link',
  version_conflict: ({ conditional }) => conditional === true,
  too_large: ({ method }) => method !== 'GET',
  unsupported_media_type: ({ method }) => method !== 'GET',
  validation_failed: ({ method }) => method !== 'GET',
  rate_limited: ({ method }) => method !== 'GET',
  unavailable: () => true,
};

const text = { schema: { type: 'string' } };
const headersByStatus: Record<number, Json> = {
  401: {
    'WWW-Authenticate': {
      description: 'With `step_up_required` as RFC 9470 has it: insufficient_user_authentication',
      ...text,
    },
  },
  429: { 'Retry-After': { description: 'Seconds', ...text } },
  503: { 'Retry-After': { description: 'Seconds, where they are known', ...text } },
};

const problemContent = { 'application/problem+json': { schema: { $ref: reference('Problem') } } };

function errorResponses(operation: Operation): Json {
  const responses: Record<string, { description: string; headers?: Json; content: Json }> = {};
  for (const [code, status] of Object.entries(errorStatus) as [ServerErrorCode, number][]) {
    if (!appliesTo[code](operation)) continue;
    const other = responses[status]?.description;
    const description = other === undefined ? code : `${other}, ${code}`;
    const headers = headersByStatus[status];
    responses[status] = {
      description,
      ...(headers === undefined ? {} : { headers }),
      content: problemContent,
    };
  }
  return responses;
}

function requestBody({ body }: Operation, input: Schema | null): Json {
  if (body === 'image') {
    // What the picture is, its bytes tell; a browser that does not know sends the last of these.
    const types = [...avatarTypes, 'application/octet-stream'];
    const content = Object.fromEntries(types.map((type) => [type, {}]));
    return { requestBody: { required: true, content } };
  }
  const name = input === null || body !== 'json' ? undefined : nameOf(inputs, input);
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

type Name = OperationName | SessionOperationName;

/** One line per operation. Here and not in the table, because pages load the table. */
const summaries: Record<Name, string> = {
  getAccount: 'The account of the session',
  updateProfile: 'Change fields of the profile',
  deleteAccount: 'Delete the account for good',
  requestEmailChange: 'Ask for a new e-mail address',
  resendEmailChange: 'Mail the link for the pending address once more',
  cancelEmailChange: 'Give up the pending address',
  confirmEmailChange: 'Confirm the new address with the token of the mail',
  reportEmailChange: 'Say that a change of address was not yours',
  changePassword: 'Set a new password',
  setAvatar: 'Set the picture',
  removeAvatar: 'Remove the picture',
  stepUp: 'Prove that it is you, for one purpose',
  signUp: 'Make an account and start a session',
  signIn: 'Start a session',
  signOut: 'End the session',
};

function describeOperation(operationId: Name, operation: Operation): Json {
  const summary = summaries[operationId];
  const { caller, conditional } = operation;
  const output = answered[operationId];
  const name = nameOf(outputs, output);
  if (name === undefined) throw new Error(`${operationId} answers with a schema that has no name`);
  const etag = { description: 'The version of the account', schema: { type: 'string' } };
  const parameters = [
    ...(caller === 'session' ? [shownAccount] : []),
    ...(conditional ? [ifMatch] : []),
  ];
  return {
    operationId,
    summary,
    security: caller === 'session' ? [{ session: [] }] : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestBody(operation, judged[operationId]),
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

const inPath = (name: string): Json => ({ name, in: 'path', required: true, ...text });

/** The one path that is no operation: the bytes of a picture, where an account's `avatar.url` leads. */
const avatarBytes: Json = {
  get: {
    operationId: 'getAvatarBytes',
    summary: 'The bytes of a picture',
    security: [],
    parameters: [inPath('account'), inPath('name')],
    responses: {
      '200': { description: 'A square picture that never changes', content: { 'image/webp': {} } },
      '404': { description: 'not_found', content: problemContent },
    },
  },
};

/** The document for the default base path, with sign-up, sign-in and sign-out. */
export function createOpenApi(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, operation] of Object.entries({ ...operations, ...sessionOperations })) {
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = describeOperation(
      name as Name,
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
    paths: { ...paths, '/avatars/{account}/{name}.webp': avatarBytes },
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
