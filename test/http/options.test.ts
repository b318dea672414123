import { createAccountServer } from 'selvedge/server';
import { describe, expect, test } from 'vitest';
import { testParts } from './served.ts';

type Options = Parameters<typeof createAccountServer>[0];

const { mails: _, ...parts } = await testParts();
const start = (wrong: Record<string, unknown>): unknown =>
  createAccountServer({ ...parts, ...wrong } as unknown as Options);

describe('a server that cannot be right does not start, and says why', () => {
  const cases: [string, Record<string, unknown>, RegExp][] = [
    ['without a store', { store: undefined }, /"store" is missing; createSqliteStore\(\)/],
    ['without a hasher', { hasher: undefined }, /"hasher" is missing/],
    ['with a promise of pictures', { images: Promise.resolve({}) }, /"images" is a promise; await/],
    ['without a word on mail', { mailer: undefined }, /null to switch mail off/],
    ['without a name', { appName: '' }, /"appName" is missing/],
    ['without pages', { pages: undefined }, /"pages" is missing/],
    ['with an origin that is a page', { origin: 'https://a.example/x' }, /origin has/],
    ['with an origin on plain http', { origin: 'http://a.example' }, /https only/],
    [
      'with an origin that only begins well',
      { origin: 'http://localhost.a.example' },
      /https only/,
    ],
    ['with an open base path', { basePath: '/api/auth/' }, /basePath is "\/api\/auth\/"/],
    ['with a step-up status of its own', { stepUpStatus: 418 }, /401 or 403/],
    ['with a way of its own for proofs', { stepUpToken: 'query' }, /"cookie" or "header"/],
    ['that provisions nobody’s sessions', { provision: () => null }, /pass identify, too/],
    ['with a cookie that is none', { clearCookies: [{ name: 'a;b' }] }, /cannot be a cookie/],
    [
      'with a cookie path that is none',
      { clearCookies: [{ name: 'a', path: 'x' }] },
      /path of "a"/,
    ],
    [
      'with a cookie domain that is none',
      { clearCookies: [{ name: 'a', domain: 'x;y' }] },
      /domain/,
    ],
    [
      'with a page that is no address',
      { pages: { ...parts.pages, settings: 'javascript:1' } },
      /pages\.settings/,
    ],
    [
      'with a page that is missing',
      { pages: { ...parts.pages, securityReport: undefined } },
      /pages\.securityReport is missing/,
    ],
  ];
  test.each(cases)('%s', (_what, wrong, sentence) => {
    expect(() => start(wrong)).toThrow(sentence);
  });
});

describe('nor one that would not be safe', () => {
  test.each([
    ['*'],
    ['https://*.a.example'],
    ['http://a.example'],
    ['null'],
    ['https://a.example/'],
    [''],
  ])('with the trusted origin %j', (origin) => {
    expect(() => start({ trustedOrigins: [origin] })).toThrow(/trustedOrigins has/);
  });

  test.each([[true], ['1'], [-1], [0.5], [17], [Number.NaN], [Infinity], [['10.0.0.0/8']], [null]])(
    'with proxies: %j',
    (proxies) => {
      expect(() => start({ proxies })).toThrow(/how many proxies of yours.*choose their address/);
    },
  );

  test('with two ways to learn an address', () => {
    expect(() => start({ proxies: 1, clientAddress: () => null })).toThrow(/pass one of them/);
  });

  const times = [
    'emailLinkSeconds',
    'verificationLinkSeconds',
    'resetLinkSeconds',
    'totpSetUpSeconds',
    'reportLinkSeconds',
    'stepUp.lifetimeSeconds',
    'stepUp.recentSignInSeconds',
    'sessions.lifetimeSeconds',
    'sessions.idleSeconds',
  ];
  test.each(times)('with no end, no number or a text for %s', (name) => {
    const [part = '', key] = name.split('.');
    for (const value of [Infinity, Number.NaN, 0, -1, 1.5, '300', null, [], 1e12]) {
      const wrong = { [part]: key === undefined ? value : { [key]: value } };
      // Null is nothing given where an option stands alone.
      if (value === null && key === undefined) continue;
      expect(() => start(wrong), `${name}: ${String(value)}`).toThrow(`selvedge: ${name} is`);
    }
  });

  test('with a link to choose a new password that works longer than an hour', () => {
    expect(() => start({ resetLinkSeconds: 3601 })).toThrow(/resetLinkSeconds/);
  });

  test.each([
    [{ stepUp: { reuse: 'false' } }, 'stepUp.reuse'],
    [{ stepUp: { emailCode: 1 } }, 'stepUp.emailCode'],
    [{ stepUp: { operations: { deleteAccount: 'no' } } }, 'stepUp.operations.deleteAccount'],
    [{ avatarsCrossOrigin: 'no' }, 'avatarsCrossOrigin'],
    [{ dispatch: 0 }, 'dispatch'],
    [{ passwordPolicy: { notCommon: 'yes' } }, 'passwordPolicy.notCommon'],
  ])('with %j, which is neither yes nor no', (wrong, name) => {
    expect(() => start(wrong)).toThrow(`selvedge: ${name} is`);
  });

  test.each([
    [{ limits: { proofs: {} } }, 'limits.proofs has to be a list'],
    [{ limits: { addresses: 100 } }, 'limits.addresses has to be a list'],
    [{ limits: { proofs: [{ count: 10, second: 300 }] } }, 'seconds of a limit'],
    [{ limits: { signUps: [{ count: Infinity, seconds: 1 }] } }, 'count of a limit'],
    [{ limits: { proofsInARow: Infinity } }, 'limits.proofsInARow'],
    [{ trustedOrigins: 'https://a.example' }, 'trustedOrigins has to be a list'],
    [{ clearCookies: { name: 'a' } }, 'clearCookies has to be a list'],
    [{ identify: true }, 'identify has to be a function'],
    [{ locate: 'geo.db' }, 'locate has to be a function'],
    [{ clientAddress: 'x-real-ip' }, 'clientAddress has to be a function'],
    [{ auditSink: {} }, 'auditSink has to be a function'],
    [{ logger: {} }, 'logger.log has to be a function'],
    [{ hooks: { onOperation: 1 } }, 'hooks.onOperation has to be a function'],
  ])('with %j', (wrong, sentence) => {
    expect(() => start(wrong)).toThrow(sentence);
  });
});

describe('nor one with an option that nobody reads', () => {
  test.each([
    [{ trustedOrgins: [] }, 'trustedOrgins'],
    [{ trustProxy: true }, 'trustProxy'],
    [{ pages: { ...parts.pages, resetPassword: '/' } }, 'pages.resetPassword'],
    [{ stepUp: { lifetime: 300 } }, 'stepUp.lifetime'],
    [{ stepUp: { operations: { changeEmail: true } } }, 'stepUp.operations.changeEmail'],
    [{ limits: { passwords: [] } }, 'limits.passwords'],
    [{ passwordPolicy: { minlength: 8 } }, 'passwordPolicy.minlength'],
    [{ sessions: { ttl: 1 } }, 'sessions.ttl'],
    [{ avatar: { maxSize: 1 } }, 'avatar.maxSize'],
    [{ hooks: { onError: () => {} } }, 'hooks.onError'],
    [JSON.parse('{"__proto__": {}}') as object, '__proto__'],
    [{ constructor: 1 }, 'constructor'],
  ])('%j', (wrong, name) => {
    const given = Object.defineProperties(
      {},
      Object.getOwnPropertyDescriptors({ ...parts, dispatch: false }),
    );
    Object.defineProperties(given, Object.getOwnPropertyDescriptors(wrong));
    expect(() => createAccountServer(given as Options)).toThrow(
      `selvedge: there is no option "${name}"`,
    );
  });
});

test('a server with every option starts', () => {
  const every: Partial<Options> = {
    basePath: '/account',
    trustedOrigins: ['https://b.example', 'http://localhost:5173'],
    passkeys: null,
    proxies: 2,
    locate: () => null,
    stepUpToken: 'header',
    stepUpStatus: 403,
    avatarsCrossOrigin: true,
    clearCookies: [{ name: 'theme' }],
    mailWords: [],
    onError: () => {},
    logger: { log: () => {} },
    hooks: { onOperation: () => {} },
    auditSink: () => {},
    language: 'de',
    lockedFields: ['name'],
    isPasswordCommon: () => false,
    usernameMaxLength: 20,
    stepUp: { reuse: true, emailCode: true, operations: { addPasskey: false } },
    limits: { proofs: [], proofsInARow: 10, addresses: [{ count: 1, seconds: 1 }] },
    sessions: { idleSeconds: 60 },
    resetLinkSeconds: 60,
  };
  expect(() => start(every)).not.toThrow();
});
