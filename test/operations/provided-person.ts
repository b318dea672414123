/** Somebody whose fields two identity providers own. */
export const olga = {
  id: 'olga',
  email: 'olga@example.com',
  name: 'Olga Provided',
  username: 'olga',
  identities: [
    { provider: 'google', label: 'Google', owns: ['name', 'givenName'] as const },
    { provider: 'github', label: 'GitHub', owns: ['username'] as const },
  ],
};
