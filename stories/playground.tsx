import type { StoryObj } from '@storybook/react-vite';
import type { ComponentType, ReactElement } from 'react';
import type { AccountParameters, LoaderContext } from './with-account.tsx';
import { ada, keepBackend, newcomer, travelled, viaGoogle } from './with-account.tsx';

const enabledAt = '2026-06-09T09:15:00.000Z';
const people = {
  'has everything': {
    ...travelled,
    activity: travelled.activity?.slice(-5) ?? [],
    totp: { enabledAt },
    passkeys: [{ name: 'Chrome, macOS' }],
  },
  'has a password': ada,
  'is new here': newcomer,
  'signs in with Google': viaGoogle,
  'has not verified the address': { ...ada, emailVerified: false },
};

/** What the controls of a playground say about the account, beside the component's own props. */
interface Circumstances {
  person: keyof typeof people;
  /** Whether mails go out. */
  mail: boolean;
  /** Whether sessions and passwords are ours, and not the host's. */
  ownSessions: boolean;
  /** Whether the application keeps the username to itself. */
  lockedUsername: boolean;
}

const usual: Circumstances = {
  person: 'has a password',
  mail: true,
  ownSessions: true,
  lockedUsername: false,
};

function accountOf({
  person,
  mail,
  ownSessions,
  lockedUsername,
}: Circumstances): AccountParameters {
  return {
    people: [people[person]],
    mail,
    ownSessions,
    settings: { lockedFields: lockedUsername ? ['username'] : [] },
  };
}

const category = 'Account';

/** Controls of what most components take. */
const props = {
  className: { control: 'text' },
  headingLevel: { options: [1, 2, 3, 4, 5, 6], control: { type: 'select' } },
  onBefore: { control: false },
  onDone: { control: false },
} as const;

/** A page behind a link to play with: its props are controls. */
export function pagePlayground() {
  const { onBefore: _, ...some } = props;
  return { argTypes: some as object };
}

/** A component to play with: its props and what the server says about the account are controls. */
export function playground(person: Circumstances['person'] = usual.person) {
  return {
    args: { ...usual, person } as object,
    argTypes: {
      ...props,
      person: {
        description: 'Whose account it is: somebody who …',
        options: Object.keys(people),
        control: { type: 'select' },
        table: { category },
      },
      mail: { description: 'Mails go out', control: 'boolean', table: { category } },
      ownSessions: {
        description: 'Sessions and passwords are ours, not the host’s',
        control: 'boolean',
        table: { category },
      },
      lockedUsername: {
        description: 'The application keeps the username to itself',
        control: 'boolean',
        table: { category },
      },
    } as object,
    loaders: [
      (context: LoaderContext & { args: object }) => {
        const { person: who, mail, ownSessions, lockedUsername } = context.args as Circumstances;
        const said = { person: who, mail, ownSessions, lockedUsername };
        return keepBackend(context, JSON.stringify(said), () => accountOf(said));
      },
    ],
    render: (args: object, { component }: { component?: unknown }): ReactElement => {
      const {
        person: _,
        mail: __,
        ownSessions: ___,
        lockedUsername: ____,
        ...rest
      } = args as Circumstances;
      const Component = component as ComponentType;
      return <Component {...rest} />;
    },
  } satisfies Partial<StoryObj>;
}
