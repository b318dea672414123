/** How a component is shown in the room. */
export interface Shown {
  /** Whether a mailed link opens it. */
  link?: true;
  /** Whose account: a key of the room's people. Default `ada`, who has something in every section. */
  person?: string;
}

/** Every component of the package, by its name. */
export const components = {
  AccountSettings: {},
  ProfileForm: {},
  AvatarEditor: {},
  EmailChange: { person: 'waiting' },
  PasswordChange: {},
  TwoFactor: { person: 'second' },
  Passkeys: {},
  IdentityList: {},
  Sessions: {},
  Activity: {},
  DeleteAccount: {},
  StepUpPrompt: {},
  EmailChangeConfirmation: { link: true },
  EmailChangeReport: { link: true },
  PasswordForgotten: { link: true },
  PasswordReset: { link: true },
  SecurityReport: { link: true },
} as const satisfies Record<string, Shown>;

/** The name of a component that the package exports. */
export type ComponentName = keyof typeof components;
