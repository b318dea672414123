import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { describe, expect, test } from 'vitest';
import type { Browser, Reply, Sending, Served } from './served.ts';
import { everyOperation, serve, tinyPng } from './served.ts';

const json = { 'content-type': 'application/json' };

async function signedIn(served: Served): Promise<Browser> {
  const person = served.browser();
  await person.signUp();
  return person;
}

/** Sends something bad and proves that nothing came of it. */
async function refused(sending: Sending, method = 'PUT', path = '/users/me'): Promise<Reply> {
  const served = await serve();
  const person = await signedIn(served);
  const before = served.store.dump();
  const reply = await person.call(method, path, undefined, sending);
  expect(served.store.dump()).toBe(before);
  expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(reply.text).not.toMatch(/\bat .+:\d+:\d+/);
  expect((await person.call('GET', '/users/me')).status).toBe(200);
  return reply;
}

describe('a body that is not what it claims to be is unreadable', () => {
  const bodies: Record<string, string | Uint8Array> = {
    'cut short': '{"name":"A',
    empty: '',
    'no JSON': 'name=A',
    'with a byte order mark': '\uFEFF{"name":"A"}',
    'in UTF-16': Buffer.from('\uFEFF{"name":"A"}', 'utf16le'),
    'no UTF-8': Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]),
    'an unescaped control character': '{"name":"A\u0000"}',
    'nested 8,000 deep and cut short': `{"name":${'['.repeat(8000)}`,
  };
  for (const [what, body] of Object.entries(bodies)) {
    test(what, async () => {
      const reply = await refused({ headers: json, body });
      expect(reply.status).toBe(400);
      expect(reply.json).toMatchObject({ status: 400, code: 'unreadable' });
    });
  }

  test('bytes that stop before their announced end change nothing', async () => {
    const served = await serve();
    const person = await signedIn(served);
    const before = served.store.dump();
    const head = [
      'PUT /api/auth/users/me HTTP/1.1',
      'Host: localhost',
      `Cookie: ${person.cookieHeader()['cookie']}`,
      'Content-Type: application/json',
      'Content-Length: 50',
    ];
    await new Promise<void>((resolve) => {
      const socket = connect(served.port, '127.0.0.1', () => {
        socket.write(`${head.join('\r\n')}\r\n\r\n{"name":"Half"}`, () => socket.destroy());
      });
      socket.on('close', () => resolve());
    });
    expect((await person.call('GET', '/users/me')).status).toBe(200);
    expect(served.store.dump()).toBe(before);
  });
});

describe('a value that the schema does not take names its field', () => {
  const cases: [string, string, object][] = [
    ['a number', '{"name":1}', { pointer: '/name', code: 'invalid_type' }],
    ['a list', '{"name":["a","b"]}', { pointer: '/name', code: 'invalid_type' }],
    ['an object', '{"name":{"$ne":""}}', { pointer: '/name', code: 'invalid_type' }],
    ['true', '{"name":true}', { pointer: '/name', code: 'invalid_type' }],
    ['a list at the top', '[]', { pointer: '', code: 'invalid_type' }],
    ['null at the top', 'null', { pointer: '', code: 'invalid_type' }],
    ['a text at the top', '"name"', { pointer: '', code: 'invalid_type' }],
    [
      'deep nesting',
      `{"name":${'['.repeat(7000)}${']'.repeat(7000)}}`,
      { pointer: '/name', code: 'invalid_type' },
    ],
    ['an unknown key', '{"role":"admin"}', { pointer: '/role', code: 'unknown_key' }],
    ['an address', '{"email":"n@x.example"}', { pointer: '/email', code: 'unknown_key' }],
    ['an id', '{"id":"other"}', { pointer: '/id', code: 'unknown_key' }],
    ['a look-alike key', '{"Name":"A"}', { pointer: '/Name', code: 'unknown_key' }],
    ['a path as key', '{"a/b~c":1}', { pointer: '/a~1b~0c', code: 'unknown_key' }],
    ['__proto__', '{"__proto__":{"x":1}}', { pointer: '/__proto__', code: 'unknown_key' }],
    ['constructor', '{"constructor":{}}', { pointer: '/constructor', code: 'unknown_key' }],
    ['a lone surrogate', String.raw`{"name":"\ud800"}`, { pointer: '/name', code: 'malformed' }],
    ['NUL', String.raw`{"name":"\u0000"}`, { pointer: '/name', code: 'malformed' }],
    ['a line break', String.raw`{"name":"a\r\nb"}`, { pointer: '/name', code: 'malformed' }],
    ['an override of direction', '{"name":"a\u202Eb"}', { pointer: '/name', code: 'malformed' }],
    [
      'a long text',
      JSON.stringify({ name: 'x'.repeat(151) }),
      { pointer: '/name', code: 'too_long', params: { maximum: 150 } },
    ],
  ];
  for (const [what, body, error] of cases) {
    test(what, async () => {
      const reply = await refused({ headers: json, body });
      expect(reply.status).toBe(422);
      expect(reply.json).toMatchObject({ code: 'validation_failed', errors: [error] });
      expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    });
  }

  test('of one key given twice the last counts, as JSON has it', async () => {
    const person = await signedIn(await serve());
    const reply = await person.call('PUT', '/users/me', undefined, {
      headers: json,
      body: '{"name":"first","name":"second"}',
    });
    expect(reply.json).toMatchObject({ account: { profile: { name: { value: 'second' } } } });
  });

  test('every operation that reads JSON refuses every wrong type', async () => {
    const served = await serve();
    const person = await signedIn(served);
    const before = served.store.dump();
    const bad = ['[]', '1', '"a"', 'null', '{"token":["a"]}', '{"x":1}', '{"password":{"a":1}}'];
    for (const { method, path, operation } of everyOperation) {
      if (method === 'GET' || operation.body === 'image') continue;
      for (const body of bad) {
        const sending = { headers: json, body };
        const reply = await person.call(method, path, undefined, sending);
        expect([path, body, reply.status]).toEqual([path, body, 422]);
      }
    }
    expect(served.store.dump()).toBe(before);
    expect(served.mails).toEqual([]);
  });
});

describe('a content type that is not taken is refused before the body is read', () => {
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/json; charset=iso-8859-1',
    'application/jsonx',
    'image/png',
    '',
  ];
  for (const type of types) {
    test(type || 'none', async () => {
      const headers = type === '' ? {} : { 'content-type': type };
      const reply = await refused({ headers, body: '{"name":"A"}' });
      expect(reply.status).toBe(415);
      expect(reply.json).toMatchObject({ code: 'unsupported_media_type' });
    });
  }

  test('a compressed body', async () => {
    const reply = await refused({
      headers: { ...json, 'content-encoding': 'gzip' },
      body: gzipSync('{"name":"A"}'),
    });
    expect(reply.json['code']).toBe('unsupported_media_type');
  });

  test('a form without a body, as a foreign page could send it', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await refused({ headers }, 'POST', '/logout');
    expect(reply.json['code']).toBe('unsupported_media_type');
  });

  test('UTF-8 by any of its names is taken', async () => {
    const person = await signedIn(await serve());
    for (const charset of ['utf-8', 'UTF-8', '"utf-8"', 'utf8']) {
      const headers = { 'content-type': `Application/JSON; charset=${charset}` };
      const reply = await person.call('PUT', '/users/me', undefined, { headers, body: '{}' });
      expect(reply.status).toBe(200);
    }
  });
});

describe('a body that is too large', () => {
  const large = JSON.stringify({ name: 'x'.repeat(1_000_000) });

  test('is refused by its announced length', async () => {
    const reply = await refused({ headers: json, body: large });
    expect(reply.status).toBe(413);
    expect(reply.json['code']).toBe('too_large');
  });

  test('is refused while it comes when its length is not announced', async () => {
    const served = await serve();
    const person = await signedIn(served);
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(served.port, '127.0.0.1');
      socket.on('data', (chunk) => {
        text += String(chunk);
        if (text.includes('too_large')) socket.destroy();
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
      socket.write(
        `PUT /api/auth/users/me HTTP/1.1\r\nHost: localhost\r\nCookie: ${person.cookieHeader()['cookie']}\r\n` +
          'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
      );
      // Never ended: the answer must not wait for the end.
      for (let chunk = 0; chunk < 5; chunk += 1) {
        socket.write(`1000\r\n${'x'.repeat(4096)}\r\n`);
      }
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('takes a picture up to the configured size and no more', async () => {
    const served = await serve({ avatar: { maxBytes: 1000 } });
    const person = await signedIn(served);
    const headers = { 'content-type': 'image/png' };
    const set = (length: number): Promise<Reply> =>
      person.call('PUT', '/users/me/avatar', undefined, { headers, body: new Uint8Array(length) });
    expect((await set(1001)).json['code']).toBe('too_large');
    // Small enough to be looked at, and then it is no picture.
    expect((await set(1000)).json['code']).toBe('unsupported_media_type');
  });

  test('takes a picture as one or as bytes, and not as anything that a form can send', async () => {
    const person = await signedIn(await serve());
    const set = (type: string): Promise<Reply> => {
      const headers = type === '' ? {} : { 'content-type': type };
      return person.call('PUT', '/users/me/avatar', undefined, { headers, body: tinyPng });
    };
    const forms = ['text/plain', 'multipart/form-data; boundary=x', 'application/json', ''];
    for (const type of forms) expect((await set(type)).status).toBe(415);
    for (const type of ['image/png', 'application/octet-stream']) {
      expect((await set(type)).status).toBe(200);
    }
  });
});

describe('a body that the host has parsed before', () => {
  const update = async (
    parser: express.RequestHandler,
    body: string,
    type = 'application/json',
  ): Promise<Reply> => {
    const served = await serve({ before: (app) => void app.use(parser) });
    const person = await signedIn(served);
    const headers = { 'content-type': type };
    return person.call('PUT', '/users/me', undefined, { headers, body });
  };
  const named = { account: { profile: { name: { value: 'Ada' } } } };

  test('as an object is taken', async () => {
    expect((await update(express.json(), '{"name":"Ada"}')).json).toMatchObject(named);
  });
  test('as bytes is taken', async () => {
    const raw = express.raw({ type: '*/*' });
    expect((await update(raw, '{"name":"Ada"}')).json).toMatchObject(named);
  });
  test('as text is taken', async () => {
    const text = express.text({ type: '*/*' });
    expect((await update(text, '{"name":"Ada"}')).json).toMatchObject(named);
    expect((await update(text, '{"name":')).json['code']).toBe('unreadable');
  });
  test('is judged like any other', async () => {
    const reply = await update(express.json(), '{"__proto__":{"x":1},"role":"admin"}');
    expect(reply.status).toBe(422);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
  test('out of a form is refused', async () => {
    const form = 'application/x-www-form-urlencoded';
    expect((await update(express.urlencoded(), 'name=Ada', form)).json['code']).toBe(
      'unsupported_media_type',
    );
  });
  test('and thrown away is unreadable and does not hang', async () => {
    const swallow: express.RequestHandler = (request, _response, next) => {
      if (request.method !== 'PUT') {
        next();
        return;
      }
      request.resume();
      request.on('end', () => setImmediate(next));
    };
    expect((await update(swallow, '{"name":"Ada"}')).json['code']).toBe('unreadable');
  });
  test('as nothing, for an operation without a body, is taken', async () => {
    const served = await serve({ before: (app) => void app.use(express.json(), express.raw()) });
    const person = await signedIn(served);
    expect((await person.call('DELETE', '/users/me/email/pending')).status).toBe(200);
    expect((await person.call('DELETE', '/users/me/email/pending', {})).status).toBe(200);
  });
});
