import '@radix-ui/themes/styles.css';
import { Flex, Heading } from '@radix-ui/themes';
import { UserProfile, UserSecurity, UserSessions, WorkOsWidgets } from '@workos-inc/widgets';
import { createRoot } from 'react-dom/client';

const dark = new URLSearchParams(location.search).get('scheme') === 'dark';
const claims = { sid: 'one', permissions: [], exp: Math.floor(Date.now() / 1000) + 86_400 };
const token = `e30.${btoa(JSON.stringify(claims))}.e30`;

document.body.style.margin = '0';
createRoot(document.querySelector('#root') as Element).render(
  <WorkOsWidgets theme={{ appearance: dark ? 'dark' : 'light', accentColor: 'indigo' }}>
    <Flex direction="column" gap="5" p="5" maxWidth="48rem" mx="auto" asChild>
      <main>
        <Heading size="5">Profile</Heading>
        <UserProfile authToken={token} />
        <Heading size="5">Security</Heading>
        <UserSecurity authToken={token} />
        <Heading size="5">Sessions</Heading>
        <UserSessions authToken={token} currentSessionId="one" />
      </main>
    </Flex>
  </WorkOsWidgets>,
);
