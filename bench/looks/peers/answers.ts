/** The day of all pictures. */
export const today = '2026-10-05T09:30:00.000Z';

const ago = (hours: number): string =>
  new Date(Date.parse(today) - hours * 3_600_000).toISOString();

const firefox =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0';
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

const betterAuthSession = {
  id: 'one',
  token: 'one',
  userId: 'ada',
  expiresAt: ago(-200),
  createdAt: ago(3),
  updatedAt: ago(1),
  ipAddress: '192.0.2.1',
  userAgent: firefox,
};
const linked = { createdAt: ago(9000), updatedAt: ago(9), scopes: [] };

const betterAuth: Record<string, unknown> = {
  'get-session': {
    user: {
      id: 'ada',
      email: 'ada@example.com',
      emailVerified: true,
      name: 'Ada Lovelace',
      image: null,
      createdAt: ago(9000),
      updatedAt: ago(9),
      twoFactorEnabled: false,
    },
    session: betterAuthSession,
  },
  'list-sessions': [
    betterAuthSession,
    { ...betterAuthSession, id: 'two', token: 'two', userAgent: safari },
  ],
  'list-accounts': [
    { ...linked, id: 'a', providerId: 'credential', accountId: 'ada' },
    { ...linked, id: 'b', providerId: 'google', accountId: '1' },
  ],
  'account-info': { user: { email: 'ada.lovelace@gmail.com', name: 'Ada Lovelace' }, data: {} },
  'passkey/list-user-passkeys': [{ id: 'p', name: 'Laptop', createdAt: ago(4000), userId: 'ada' }],
};

const hankoInputs = {
  email: { name: 'email', type: 'email' },
  username: { name: 'username', type: 'string', min_length: 3, max_length: 32 },
  password: { name: 'password', type: 'password', min_length: 8, max_length: 72 },
  email_id: { name: 'email_id', type: 'string', allowed_values: [] },
  session_id: {
    name: 'session_id',
    type: 'string',
    allowed_values: [{ name: 'two', value: 'two' }],
  },
  provider: {
    name: 'provider',
    type: 'string',
    allowed_values: [
      { name: 'Google', value: 'google' },
      { name: 'GitHub', value: 'github' },
    ],
  },
  passkey_id: { name: 'passkey_id', type: 'string' },
  passkey_new_name: { name: 'passkey_new_name', type: 'string' },
};
const hankoActions = [
  'account_delete',
  'continue_to_otp_secret_creation',
  'email_create',
  'email_delete',
  'email_set_primary',
  'password_update',
  'password_delete',
  'patch_metadata',
  'security_key_create',
  'username_update',
  'username_delete',
  'webauthn_credential_create',
  'webauthn_credential_rename',
  'webauthn_credential_delete',
  'session_delete',
  'connect_thirdparty_oauth_provider',
];
const times = { created_at: ago(9000), updated_at: ago(9) };

const hanko = {
  name: 'profile_init',
  status: 200,
  csrf_token: 'x',
  payload: {
    user: {
      ...times,
      user_id: 'ada',
      emails: [{ id: 'e', address: 'ada@example.com', is_verified: true, is_primary: true }],
      username: { ...times, id: 'u', username: 'ada' },
      passkeys: [{ ...times, id: 'p', name: 'Laptop', last_used_at: ago(4), transports: [] }],
      mfa_config: { auth_app_set_up: false, totp_enabled: true, security_keys_enabled: true },
      security_keys: [],
      identities: [{ id: 'i', provider: 'google', identity_id: 'g' }],
    },
    sessions: [
      {
        id: 'one',
        user_agent: 'Firefox (macOS)',
        ip_address: '192.0.2.1',
        created_at: ago(3),
        last_used: ago(0),
        current: true,
      },
      {
        id: 'two',
        user_agent: 'Safari (iOS)',
        ip_address: '192.0.2.7',
        created_at: ago(30),
        last_used: ago(5),
        current: false,
      },
    ],
  },
  actions: Object.fromEntries(
    hankoActions.map((action) => [
      action,
      { action, href: `/profile?action=${action}`, description: '', inputs: hankoInputs },
    ]),
  ),
};

const workosSession = {
  id: 'one',
  userlandUserId: 'ada',
  ipAddress: '192.0.2.1',
  userAgent: firefox,
  state: { tag: 'active' },
  currentLocation: { cityName: 'Vienna', countryISOCode: 'AT' },
  usedPasswordAuth: true,
  lastActivityAt: ago(1),
  createdAt: ago(3),
  updatedAt: ago(1),
};
const way = { isSetUp: true, lastUsed: ago(3), isCurrentSession: true };

const workos: Record<string, unknown> = {
  me: {
    id: 'ada',
    email: 'ada@example.com',
    firstName: 'Ada',
    lastName: 'Lovelace',
    profilePictureUrl: null,
    oauthProfiles: { GoogleOAuth: { id: 'g', email: 'ada.lovelace@gmail.com' } },
  },
  'authentication-information': {
    data: {
      verificationMethods: {
        Mfa: { provider: 'MFA', isSetUp: false },
        Password: { ...way, provider: 'Password' },
        Passkey: { ...way, provider: 'Passkey', passKeys: [{ id: 'p' }] },
      },
      passwordSettings: {
        isPasswordNumberRequired: false,
        isPasswordPwnedRequired: true,
        isPasswordSymbolRequired: false,
        isPasswordUppercaseRequired: false,
        passwordMinimumLength: 8,
        passwordMinimumStrength: 2,
      },
    },
  },
  sessions: {
    data: [workosSession, { ...workosSession, id: 'two', userAgent: safari }],
  },
};

/** What a peer's own server would answer about Ada; undefined for an address that is none of theirs. */
export function answer({ host, pathname }: URL): unknown {
  if (host === 'hanko.example')
    return pathname.includes('validate')
      ? { is_valid: true, user_id: 'ada', expiration_time: ago(-9) }
      : hanko;
  if (host === 'api.workos.com') return workos[pathname.split('/').at(-1) ?? ''] ?? {};
  const path = pathname.split('/api/auth/')[1];
  return path === undefined ? undefined : (betterAuth[path] ?? { status: true });
}
