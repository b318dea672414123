/** Parts of a backend that not every one has. */
export const backendFeatures = [
  /** An account without a password can choose its first one: `changePassword`. */
  'firstPassword',
  /** `setUpTotp`, `enableTotp`, `disableTwoFactor`, `createRecoveryCodes`. */
  'twoFactor',
  /** `startPasskey`, `addPasskey`, `renamePasskey`, `removePasskey`, `startStepUp`. */
  'passkeys',
  /** `listSessions`, `endSession`, `endOtherSessions`. */
  'sessions',
  /** `listActivity`, `reportActivity`. */
  'activity',
  /** `requestPasswordReset`, `resetPassword`. */
  'passwordReset',
  /** `resendVerification`. */
  'emailVerification',
  /** `reportSecurityEvent`. */
  'securityReport',
] as const;

/**
 * A part of a backend that not every one has. `firstPassword`: an account without a password can choose one. The others
 * are methods: `twoFactor` (authenticator app and recovery codes), `passkeys` (with `startStepUp`), `sessions`,
 * `activity`, `passwordReset`, `emailVerification` (`resendVerification`), `securityReport` (`reportSecurityEvent`).
 */
export type BackendFeature = (typeof backendFeatures)[number];

/** Tells whether the backend under test has a part. */
export type HasFeature = (feature: BackendFeature) => boolean;
