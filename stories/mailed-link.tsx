import type { StoryContext } from '@storybook/react-vite';
import { findLinkToken } from 'selvedge/memory';
import { loadBackend } from './with-account.tsx';

/** Whose mail the link is taken from. */
const people = [
  {
    id: 'ada',
    email: 'ada@example.com',
    pendingEmail: { address: 'lovelace@example.com' },
  },
];

/**
 * Opens the page through the newest mail to `to`, in a browser in which nobody is signed in. With `token`, through that
 * one instead.
 */
export const openLink =
  (to: string, token?: string) =>
  async (context: Pick<StoryContext, 'parameters'>): ReturnType<typeof loadBackend> => {
    const account = { people, signedIn: null, ...(context.parameters['account'] as object) };
    const { backend } = await loadBackend({ parameters: { account } });
    // Answers once the people and their mails are there.
    await backend.signOut();
    const mail = backend.mailbox.findNewest(to);
    const found = token ?? (mail && findLinkToken(mail));
    window.location.hash = found ? `token=${found}` : '';
    return { backend };
  };
