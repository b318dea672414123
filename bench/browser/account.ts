/** The account that every measured page shows: what `GET /users/me` answers, recorded. */
const field = (value: string, maxLength: number) => ({
  value,
  editable: true,
  reason: null,
  owner: 'account',
  maxLength,
});
const ability = (stepUp: boolean) => ({ allowed: true, reason: null, stepUp });

/** Full name in the recorded account; a page is usable once a field that can be typed in shows it. */
export const recordedName = 'Ada Lovelace';

export const recordedAnswer = {
  account: {
    id: 'a4c2ff12-7c9c-4b3f-9d3a-3f1f2f5c8d11',
    version: 1,
    profile: {
      name: field(recordedName, 150),
      username: field('ada', 15),
      givenName: field('Ada', 150),
      familyName: field('Lovelace', 150),
      nickname: field('Countess', 300),
      language: field('en-GB', 35),
    },
    email: { address: 'ada@example.com', verified: true, pending: null },
    password: {
      set: true,
      changedAt: '2026-01-01T00:00:00.000Z',
      policy: { minLength: 15, maxLength: 256, characterTypes: { among: [], atLeast: 0 } },
    },
    avatar: null,
    avatarLimits: { maxBytes: 10_485_760, maxPixels: 50_000_000 },
    identities: [],
    abilities: {
      updateProfile: ability(false),
      changeEmail: ability(true),
      changePassword: ability(true),
      changeAvatar: ability(false),
      deleteAccount: ability(true),
    },
    createdAt: '2026-01-01T00:00:00.000Z',
  },
};
