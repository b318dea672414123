import type { GuardedFile } from './guard.ts';

/** What guards the door of HTTP. */
export const httpGuards: readonly GuardedFile[] = [
  {
    file: 'http/core.ts',
    tests: ['http/cross-site.test.ts', 'http/paths.test.ts'],
    guards: [
      {
        against: 'a write from a page of another site',
        source:
          "if (crossSite.judge(visit.request) === 'foreign') throw new AccountError('cross_site');",
      },
      {
        against: 'a method that a path does not take',
        source: "if (request.method !== 'OPTIONS') throw new AccountError('method_not_allowed');",
      },
    ],
  },
  {
    file: 'http/cross-site.ts',
    tests: ['http/cross-site.test.ts', 'http/options.test.ts'],
    guards: [
      {
        against: 'an origin that is only a pattern, or more than an origin',
        source: "if (url === null || url.origin !== value || value.includes('*')) {",
        without: 'if (url === null) {',
      },
      {
        against: 'cookies over plain http',
        source: "if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) {",
        without: 'if (false) {',
      },
      {
        against: 'a page of another site that says so',
        source: "site === 'same-origin' || site === 'none' ? 'own' : 'foreign';",
        without: "'own';",
      },
      {
        against: 'another origin',
        source: "return origin === undefined || origin === own ? 'own' : 'foreign';",
        without: "return 'own';",
      },
    ],
  },
  {
    file: 'http/cookies.ts',
    tests: ['http/sessions.test.ts'],
    guards: [
      {
        against: 'a cookie that is tossed beside the right one',
        source: 'if (found !== null && found !== value) return null;',
      },
    ],
  },
  {
    file: 'http/cookie-sessions.ts',
    tests: ['http/sessions.test.ts'],
    guards: [
      {
        against: 'a session that nobody used for long',
        source: "if (unusedSeconds >= ports.settings.sessions.idleSeconds) return 'ended';",
      },
    ],
  },
  {
    file: 'http/judge-input.ts',
    tests: ['http/bodies.test.ts', 'http/resources.test.ts', 'http/cross-site.test.ts'],
    guards: [
      {
        against: 'a compressed body',
        source: "if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') {",
        without: 'if (false) {',
      },
      {
        against: 'another alphabet than UTF-8',
        source: "if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {",
        without: 'if (false) {',
      },
      {
        against: 'a form of a foreign page that brings a picture',
        source:
          "if (type === null || !(type.startsWith('image/') || type === 'application/octet-stream')) {",
        without: 'if (false) {',
      },
      {
        against: 'JSON that a form can send',
        source: "if (type !== null && type !== 'application/json') {",
        without: 'if (false) {',
      },
      {
        against: 'an id in the body that differs from the path',
        source: "if (Object.hasOwn(value, 'id')) throw fieldError('/id', 'unknown_key');",
      },
      {
        against: 'whatever the schema refuses',
        source:
          "if ('errors' in parsed) throw new AccountError('validation_failed', { errors: parsed.errors });",
        without: "if ('errors' in parsed) return value;",
      },
    ],
  },
  {
    file: 'http/read-body.ts',
    tests: ['http/bodies.test.ts', 'http/handler.test.ts'],
    guards: [
      {
        against: 'a body without end',
        source: 'if (length <= maxBytes) {',
        without: 'if (length <= maxBytes * 8) {',
      },
      {
        against: 'a body without end, of a web request',
        source: 'if (length > maxBytes) {',
        without: 'if (length > maxBytes * 8) {',
      },
    ],
  },
];
