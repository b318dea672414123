import * as z from 'zod/mini';
import type { FieldError } from './errors.ts';
import type { Output, Schema } from './schema.ts';

type Issue = z.core.$ZodIssue;

/** Our own checks say what is wrong by a code; a check of zod's own says it in English. */
const isCode = /^[a-z_]+$/;

function pointerOf(path: readonly PropertyKey[]): string {
  // RFC 6901: `~` and `/` inside a key are escaped.
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** What the schemas of the contract found, as field errors with codes. The same on both sides of the wire. */
function fieldErrors(issues: readonly Issue[]): FieldError[] {
  return issues.flatMap((issue): FieldError[] => {
    const pointer = pointerOf(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: pointer + pointerOf([key]),
        code: 'unknown_key',
        params: {},
      }));
    }
    if (issue.code === 'custom') {
      const params = (issue.params ?? {}) as FieldError['params'];
      return [{ pointer, code: isCode.test(issue.message) ? issue.message : 'malformed', params }];
    }
    if (issue.code === 'too_small') return [{ pointer, code: 'required', params: {} }];
    if (issue.code === 'too_big') {
      return [{ pointer, code: 'too_long', params: { maximum: Number(issue.maximum) } }];
    }
    if (issue.code === 'invalid_type') {
      return [
        { pointer, code: issue.input === undefined ? 'required' : 'invalid_type', params: {} },
      ];
    }
    return [{ pointer, code: 'malformed', params: {} }];
  });
}

/** What came of judging an input: the value as the rules take it, or what is wrong with it. */
export type Parsed<Value> = { value: Value } | { errors: FieldError[] };

/** Judges an input by a schema of the contract. Never throws. */
export function parseInput<Of extends Schema>(schema: Of, input: unknown): Parsed<Output<Of>> {
  const result = z.safeParse(schema(), input, { reportInput: true });
  return result.success
    ? { value: result.data as Output<Of> }
    : { errors: fieldErrors(result.error.issues) };
}
