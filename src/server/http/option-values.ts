import type { AccountServerOptions } from './account-server-options.ts';

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
    isPasswordCommon: options.isPasswordCommon ?? undefined,
    'logger.log': options.logger === undefined ? undefined : (options.logger.log ?? null),
    'hooks.onOperation': options.hooks?.onOperation,
  };
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
}
