import type { OperationName } from './operations.ts';
import { inputs } from './schemas.ts';
import type { Parsed } from './validation.ts';
import { parseInput } from './validation.ts';

/** Judges the input of an operation as the server does. Pages fetch this, and what it stands on, when somebody writes. */
export function judgeInput(name: OperationName, input: unknown): Parsed<unknown> {
  const schema = inputs[name];
  return schema === null ? { value: input } : parseInput(schema, input);
}
