import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import type { ReactElement, SyntheticEvent } from 'react';
import { expect } from 'storybook/test';
import type { Mail, MailLook } from 'selvedge/server';
import type { MemoryBackend } from 'selvedge/memory';
import { createMemoryBackend } from 'selvedge/memory';
import { mailWords } from 'selvedge/locales/mails';
import type { Theme } from 'selvedge/theme';
import { createTheme, themePresets } from 'selvedge/theme';
import { surroundingsOf } from '../.storybook/surroundings.ts';
import { directionOf } from '../.storybook/words.ts';
import './mails.css';
import { ada, password } from './with-account.tsx';

const legal = {
  en: [
    { label: 'Terms', href: 'https://app.example/terms' },
    { label: 'Privacy', href: 'https://app.example/privacy' },
  ],
};

const unguarded = {
  stepUp: {
    operations: {
      requestEmailChange: false,
      changePassword: false,
      setUpTotp: false,
      deleteAccount: false,
    },
  },
};

/** What a person gets who does all of this in turn. */
async function live(backend: MemoryBackend): Promise<void> {
  const elsewhere = backend.openBrowser({ browser: 'Chrome', system: 'Windows', place: null });
  await elsewhere.signIn('ada');
  await backend.resendVerification();
  await backend.requestEmailChange({ newEmail: 'lovelace@example.com' });
  await backend.changePassword({ newPassword: 'seven otters sing at dusk' });
  await backend.openBrowser().requestPasswordReset({ email: ada.email });
  await backend.deleteAccount();
}

/** The theme of the toolbar; mails know no bridges, which are made of a page's own variables. */
function themeOf({ globals }: Pick<StoryContext, 'globals'>): Theme {
  const { theme, brand } = surroundingsOf(globals);
  const seeds = Object.values(themePresets).find(({ name }) => name === theme);
  return createTheme({ name: 'neutral', ...seeds, ...(brand === '' ? {} : { brand }) });
}

async function loadMails({ globals }: Pick<StoryContext, 'globals'>): Promise<{ mails: Mail[] }> {
  const { locale } = surroundingsOf(globals);
  const mailLook: MailLook = { theme: themeOf({ globals }), legal };
  const backend = createMemoryBackend({
    people: [{ ...ada, password, emailVerified: false, language: locale }],
    settings: { ...unguarded, mailLook } as never,
    mailWords,
  });
  await live(backend);
  return { mails: backend.mailbox.list().toReversed() };
}

/** As high as the mail is. */
function fit({ currentTarget: frame }: SyntheticEvent<HTMLIFrameElement>): void {
  const height = frame.contentDocument?.documentElement.scrollHeight ?? 0;
  frame.style.blockSize = `${height}px`;
}

/** A mail as a mail program shows it: without scripts, and apart from the page. */
function Letter({ mail, scheme }: { mail: Mail; scheme: string }): ReactElement {
  // A frame asks the system and not the page around it.
  const html = mail.html.replace(
    '(prefers-color-scheme:dark)',
    scheme === 'dark' ? 'all' : 'not all',
  );
  return (
    <article className="mails-letter" lang={mail.language} dir={directionOf(mail.language)}>
      <header>
        <h2>{mail.subject}</h2>
        <p>
          <bdi>{mail.to}</bdi>
        </p>
      </header>
      <iframe title={mail.subject} sandbox="allow-same-origin" srcDoc={html} onLoad={fit} />
    </article>
  );
}

/** The mails of one life of an account, in the language, brand, theme and scheme of the toolbar. */
function Mails({ mails, scheme }: { mails: readonly Mail[]; scheme: string }): ReactElement {
  return (
    <main className="mails">
      {mails.map((mail) => (
        <Letter key={mail.messageId} mail={mail} scheme={scheme} />
      ))}
    </main>
  );
}

const meta: Meta = {
  title: 'Mails',
  tags: ['!autodocs'],
  loaders: [loadMails],
  parameters: { controls: { disable: true } },
  render: (_, { loaded, globals }) => (
    <Mails mails={loaded['mails'] as Mail[]} scheme={surroundingsOf(globals).scheme} />
  ),
};
export default meta;
type Story = StoryObj;

export const EveryMail: Story = {};

/** The brand and the language of the toolbar are in them. */
export const Themed: Story = {
  tags: ['!dev'],
  globals: { brand: '#0b7a53', locale: 'de', scheme: 'dark' },
  play: async ({ canvas, canvasElement }) => {
    await expect(
      await canvas.findByText('Bestätigen Sie Ihre neue E-Mail-Adresse für Example'),
    ).toBeVisible();
    const frames = [...canvasElement.querySelectorAll('iframe')];
    await expect(frames.length).toBeGreaterThan(4);
    for (const frame of frames) {
      await expect(frame.srcdoc).toContain('lang="de"');
      await expect(frame.srcdoc).toContain('>Privacy</a>');
    }
    await expect(frames[0]?.srcdoc).toContain('background:#0b7a53');
    const page = frames[0]?.contentDocument?.body as HTMLElement;
    await expect(getComputedStyle(page).backgroundColor).toBe('rgb(22, 22, 25)');
  },
};
