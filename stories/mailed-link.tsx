import type { MemoryBackend } from 'selvedge/memory';
import { findLinkToken } from 'selvedge/memory';
import type { LoaderContext, loadBackend } from './with-account.tsx';
import { keepBackend } from './with-account.tsx';

/** Whose mail the link is taken from. */
const people = [
  {
    id: 'ada',
    email: 'ada@example.com',
    pendingEmail: { address: 'lovelace@example.com' },
  },
];

type Load = (context: LoaderContext) => ReturnType<typeof loadBackend>;

/**
 * Opens the page in a browser in which nobody is signed in, with what `find` answers behind the `#` of its address.
 *
 * @param key tells it from other ways to open the page of one component
 */
export const openPage =
  (key: string, find: (backend: MemoryBackend) => Promise<string>): Load =>
  (context) =>
    keepBackend(
      context,
      key,
      () => ({ people, signedIn: null, ...(context.parameters['account'] as object) }),
      async (backend) => {
        // Answers once the people and their mails are there.
        await backend.signOut();
        window.location.hash = await find(backend);
      },
    );

/** Opens the page through the newest mail to `to`. With `token`, through that one instead. */
export const openLink = (to: string, token?: string): Load =>
  openPage(`${to} ${token}`, async ({ mailbox }) => {
    const mail = mailbox.findNewest(to);
    const found = token ?? (mail && findLinkToken(mail));
    return found ? `token=${found}` : '';
  });
