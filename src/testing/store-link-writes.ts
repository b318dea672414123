import type { WriteCase } from './store-effects.ts';

/** Writes of links, sessions and events, whose effects are told like those of all others. */
export const linkWrites: readonly WriteCase[] = [
  {
    name: 'putLinks',
    raises: false,
    ready: async ({ store }, { id: accountId }) => {
      return (effects) => store.putLinks({ accountId }, effects);
    },
  },
  {
    name: 'putLinks (verification)',
    raises: true,
    ready: async (stage, account) => (effects) => {
      const links = [stage.newLink(account, 'verification'), ...(effects.links ?? [])];
      return stage.store.putLinks({ accountId: account.id }, { ...effects, links });
    },
  },
  {
    name: 'takeVerification',
    raises: true,
    ready: async (stage, account) => {
      const { id } = await stage.link(account, 'verification');
      return (effects) => stage.store.takeVerification({ id }, effects);
    },
  },
  {
    name: 'takePasswordReset',
    raises: true,
    ready: async (stage, account) => {
      const { id } = await stage.link(account, 'password_reset');
      const change = { id, passwordHash: '$new', standsAlone: true, keepHistory: 1 };
      return (effects) => stage.store.takePasswordReset(change, effects);
    },
  },
  {
    name: 'takeSecurityReport',
    raises: true,
    ready: async (stage, account) => {
      const { id } = await stage.link(account, 'security_report');
      return (effects) => stage.store.takeSecurityReport({ id }, effects);
    },
  },
  {
    name: 'endSessionById',
    raises: false,
    ready: async (stage, account) => {
      const { id } = await stage.signIn(account);
      return (effects) => stage.store.endSessionById({ accountId: account.id, id }, effects);
    },
  },
  {
    name: 'endOtherSessions',
    raises: true,
    ready: async ({ store }, { id: accountId }) => {
      return (effects) => store.endOtherSessions({ accountId, keep: 'session' }, effects);
    },
  },
  {
    name: 'recordEvent',
    raises: false,
    ready: async ({ store }, { id: accountId }) => {
      return (effects) => store.recordEvent({ accountId }, effects);
    },
  },
];
