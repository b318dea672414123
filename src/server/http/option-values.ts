import type { AccountServerOptions } from './account-server-options.ts';

/** Ten years: the most of any time that an option gives; longer is for ever, which nothing here lasts. */
const mostSeconds = 315_360_000;

/** Options that say yes or no; a text such as "false" is neither. */
function switches(options: AccountServerOptions<never>): Record<string, unknown> {
  const { stepUp, passwordPolicy } = options;
  return {
    avatarsCrossOrigin: options.avatarsCrossOrigin,
    dispatch: options.dispatch,
    'stepUp.reuse': stepUp?.reuse,
    'stepUp.emailCode': stepUp?.emailCode,
    'passwordPolicy.notCommon': passwordPolicy?.notCommon,
    'passwordPolicy.notPersonal': passwordPolicy?.notPersonal,
    ...Object.fromEntries(
      Object.entries(stepUp?.operations ?? {}).map(([name, value]) => [
        `stepUp.operations.${name}`,
        value,
      ]),
    ),
  };
}

function functions(options: AccountServerOptions<never>): Record<string, unknown> {
  return {
    identify: options.identify,
    provision: options.provision,
    endSessions: options.endSessions,
    onError: options.onError,
    locate: options.locate,
    clientAddress: options.clientAddress,
    auditSink: options.auditSink,
    'logger.log': options.logger === undefined ? undefined : options.logger.log,
    'hooks.onOperation': options.hooks?.onOperation,
  };
}

/** Every number of seconds among the options, with its name. */
function* times(value: unknown, where: string): Generator<[name: string, value: unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const name = where === '' ? key : `${where}.${key}`;
    if (/seconds$/i.test(key)) yield [name, inner];
    else yield* times(inner, name);
  }
}

function checkLists(options: AccountServerOptions<never>): void {
  const lists: Record<string, unknown> = {
    trustedOrigins: options.trustedOrigins,
    clearCookies: options.clearCookies,
    lockedFields: options.lockedFields,
    mailWords: options.mailWords,
    'limits.proofs': options.limits?.proofs,
    'limits.addresses': options.limits?.addresses,
    'limits.signUps': options.limits?.signUps,
    'limits.mails': options.limits?.mails,
  };
  for (const [name, value] of Object.entries(lists)) {
    if (value === undefined || Array.isArray(value)) continue;
    throw new Error(`selvedge: ${name} has to be a list.`);
  }
}

/** Throws a sentence for a value of the wrong kind, which would otherwise mean something else at some request. */
export function checkValues(options: AccountServerOptions<never>): void {
  const status: unknown = options.stepUpStatus ?? 401;
  if (status !== 401 && status !== 403) throw new Error('selvedge: stepUpStatus is 401 or 403.');
  const carrier: unknown = options.stepUpToken ?? 'cookie';
  if (carrier !== 'cookie' && carrier !== 'header') {
    throw new Error('selvedge: stepUpToken is "cookie" or "header".');
  }
  for (const [name, value] of Object.entries(switches(options))) {
    if (value === undefined || typeof value === 'boolean') continue;
    throw new Error(`selvedge: ${name} is ${JSON.stringify(value)}; it is true or false.`);
  }
  for (const [name, value] of Object.entries(functions(options))) {
    if (value === undefined || typeof value === 'function') continue;
    throw new Error(`selvedge: ${name} has to be a function.`);
  }
  checkLists(options);
  const { limits, sessions, stepUp, ...others } = options;
  const flat = Object.fromEntries(
    Object.entries(others).filter(([name]) => name.endsWith('Seconds')),
  );
  for (const [name, value] of times({ ...flat, limits, sessions, stepUp }, '')) {
    if (value === undefined) continue;
    if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= mostSeconds) continue;
    const given = typeof value === 'number' ? String(value) : JSON.stringify(value);
    throw new Error(
      `selvedge: ${name} is ${given}; it has to be a whole number of seconds from 1 to ${mostSeconds}.`,
    );
  }
}
