import type { AccountStore } from './account-store.ts';
import type { AvatarStorage } from './avatar-storage.ts';
import type { Clock } from './clock.ts';
import type { ImageProcessor } from './image-processor.ts';
import type { PasskeyVerifier } from './passkey-verifier.ts';
import type { PasswordHasher } from './password-hasher.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';

/** Everything that the rules stand on. */
export interface Ports {
  /** Accounts, and what the flows remember. */
  store: AccountStore;
  /** Slow, and the only one that sees a password. */
  hasher: PasswordHasher;
  /** Called with bytes that the rules have judged. */
  images: ImageProcessor;
  /** Null where passkeys are not offered. */
  passkeys: PasskeyVerifier | null;
  /** The bytes of the pictures that it made. */
  avatars: AvatarStorage;
  /** Also makes the tokens of mailed links: all processes of one server need the same key. */
  secrets: Secrets;
  /** The only time that the rules know. */
  clock: Clock;
  /** With every default filled in. */
  settings: Settings;
  /** Whether mails go out. Without, a change of address is instant. */
  mail: boolean;
  /** Whether the host wants to be called when sessions end (`end_sessions`). */
  endSessions: boolean;
  /** Whether passwords and sessions are ours; else the host's, and what belongs to them is `handled_elsewhere`. */
  ownSessions: boolean;
}
