import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { createOpenApi } from '../../scripts/openapi.ts';
import { operations, sessionOperations } from '../../src/contract/operations.ts';

const document = createOpenApi();

test('the OpenAPI document is a valid one of version 3.1', async () => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone(document));
  expect(result).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('it has every operation of the table, the bytes of a picture, the probes, and nothing else', () => {
  const described = Object.values(document['paths'] as Record<string, object>).flatMap((path) =>
    Object.values(path as Record<string, { operationId: string }>).map((one) => one.operationId),
  );
  const further = ['getAvatarBytes', 'health', 'ready'];
  const named = [...Object.keys(operations), ...Object.keys(sessionOperations), ...further];
  expect(described.toSorted()).toEqual(named.toSorted());
});

test('every reference leads to a schema', () => {
  const { schemas } = document['components'] as { schemas: Record<string, unknown> };
  const references = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(?<name>[^"]+)"/g);
  const missing = [...references].filter(
    (match) => schemas[match.groups?.['name'] ?? ''] === undefined,
  );
  expect(missing).toEqual([]);
});

test('what is sent is closed, what is answered may grow', () => {
  const { schemas } = document['components'] as {
    schemas: Record<string, { additionalProperties?: unknown }>;
  };
  expect(schemas['UpdateProfile']?.additionalProperties).toBe(false);
  expect(schemas['Account']?.additionalProperties).toBeUndefined();
});
