import { AccountError, fieldError } from '../../contract/account-error.ts';
import type { Operation, OperationName, SessionOperationName } from '../../contract/operations.ts';
import { inputs } from '../../contract/schemas.ts';
import { parseInput } from '../../contract/validation.ts';
import type { HttpRequest, RequestBody, Visit } from './exchange.ts';
import { parseQuery } from './query.ts';

/** Most bytes of a JSON body. The longest that the contract takes is far below. */
export const jsonMaxBytes = 16_384;

// A byte order mark is not taken away: JSON has none, and then it is no JSON.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function parseJson(body: RequestBody): unknown {
  if ('value' in body && typeof body.value !== 'string') return body.value;
  try {
    return JSON.parse('bytes' in body ? decoder.decode(body.bytes) : String(body.value));
  } catch (cause) {
    throw new AccountError('unreadable', { cause });
  }
}

/** The media type without its parameters; refuses an encoding, and a charset that is not UTF-8. */
function mediaType(request: HttpRequest): string | null {
  const encoding = request.header('content-encoding');
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') {
    throw new AccountError('unsupported_media_type');
  }
  const header = request.header('content-type');
  if (header === undefined) return null;
  const [type = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase());
  for (const parameter of parameters) {
    const charset = /^charset\s*=\s*"?([^"]*)"?$/.exec(parameter)?.[1];
    if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
      throw new AccountError('unsupported_media_type');
    }
  }
  return type;
}

async function readImage(request: HttpRequest, maxBytes: number): Promise<Uint8Array> {
  const type = mediaType(request);
  // What the picture is, its bytes tell. The name of the type only keeps a foreign page's form out.
  if (type === null || !(type.startsWith('image/') || type === 'application/octet-stream')) {
    throw new AccountError('unsupported_media_type');
  }
  const body = await request.readBody(maxBytes);
  if (body === null) return new Uint8Array();
  if (!('bytes' in body)) throw new AccountError('unsupported_media_type');
  return body.bytes;
}

async function readJson(request: HttpRequest, required: boolean): Promise<unknown> {
  const type = mediaType(request);
  if (type !== null && type !== 'application/json') {
    throw new AccountError('unsupported_media_type');
  }
  const body = await request.readBody(jsonMaxBytes);
  const empty = body === null || ('bytes' in body && body.bytes.length === 0);
  if (empty && !required) return undefined;
  if (type === null) throw new AccountError('unsupported_media_type');
  if (body === null) throw new AccountError('unreadable');
  return parseJson(body);
}

/** The id of the path joins the fields of the body, and cannot be said a second time in it. */
function withId(value: unknown, id: string | null): unknown {
  if (id === null) return value;
  if (value === undefined) return { id };
  // What is no object, the schema refuses.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (Object.hasOwn(value, 'id')) throw fieldError('/id', 'unknown_key');
  return { ...value, id };
}

async function readInput(
  operation: Operation,
  { request, id }: Visit,
  limits: { avatarMaxBytes: number },
): Promise<unknown> {
  // Whatever body a GET carries is not read.
  if (operation.method === 'GET') return parseQuery(request.query);
  if (operation.body === 'image') return readImage(request, limits.avatarMaxBytes);
  return withId(await readJson(request, operation.body === 'json'), id);
}

/** Reads what the operation takes, from path, query and body, and judges it by the contract. */
export async function judgeInput(
  name: OperationName | SessionOperationName,
  operation: Operation,
  visit: Visit,
  limits: { avatarMaxBytes: number },
): Promise<unknown> {
  const schema = inputs[name];
  // A read without an input takes any query, as a path alone does.
  if (schema === null && operation.method === 'GET') return undefined;
  const value = await readInput(operation, visit, limits);
  if (schema === null) return value;
  const parsed = parseInput(schema, value);
  if ('errors' in parsed) throw new AccountError('validation_failed', { errors: parsed.errors });
  return parsed.value;
}
