import { describe, expect, test } from 'vitest';
import { toTarget } from '../../src/client/http-target.ts';
import { operations } from '../../src/contract/operations.ts';

describe('where the parts of an input go', () => {
  test('an id goes into the path and out of the body', () => {
    expect(toTarget(operations.renamePasskey, { id: 'a-B_9', name: 'Key' })).toEqual({
      path: '/users/me/passkeys/a-B_9',
      body: { name: 'Key' },
    });
    expect(toTarget(operations.removePasskey, { id: 'a' })).toEqual({
      path: '/users/me/passkeys/a',
      body: undefined,
    });
    expect(toTarget(operations.reportActivity, { id: 'a' }).path).toBe(
      '/users/me/activity/a/report',
    );
  });

  test.each([
    ['a/b', 'a%2Fb'],
    ['a?b#c', 'a%3Fb%23c'],
    ['../me', '..%2Fme'],
    ['$&', '%24%26'],
    ['.', '-'],
    ['..', '-'],
    ['', '-'],
    [undefined, 'undefined'],
  ])('the id %j stays one segment of the path', (id, segment) => {
    const { path } = toTarget(operations.endSession, { id });
    expect(path).toBe(`/users/me/sessions/${segment}`);
    expect(new URL(path, 'https://app.example').pathname).toBe(path);
  });

  test('the input of a read goes into the query, and what is undefined nowhere', () => {
    expect(toTarget(operations.listActivity, { before: '2026-11-20T12:00:00.000Z.a&b=c' })).toEqual(
      {
        path: '/users/me/activity?before=2026-11-20T12%3A00%3A00.000Z.a%26b%3Dc',
        body: undefined,
      },
    );
    for (const input of [undefined, {}, { before: undefined }]) {
      expect(toTarget(operations.listActivity, input).path).toBe('/users/me/activity');
    }
    expect(toTarget(operations.getAccount, undefined)).toEqual({
      path: '/users/me',
      body: undefined,
    });
  });

  test('any other input is the body as it is', () => {
    const input = { id: 'x', name: 'Ada' };
    expect(toTarget(operations.updateProfile, input)).toEqual({ path: '/users/me', body: input });
    expect(toTarget(operations.endOtherSessions, undefined).body).toBeUndefined();
  });
});
