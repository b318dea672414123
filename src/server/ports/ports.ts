import type { AccountStore } from './account-store.ts';
import type { AvatarStorage } from './avatar-storage.ts';
import type { Clock } from './clock.ts';
import type { ImageProcessor } from './image-processor.ts';
import type { PasswordHasher } from './password-hasher.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';

/** Everything that the rules stand on. */
export interface Ports {
  store: AccountStore;
  hasher: PasswordHasher;
  images: ImageProcessor;
  avatars: AvatarStorage;
  secrets: Secrets;
  clock: Clock;
  settings: Settings;
  /** Whether mails go out. Without, a change of address is instant. */
  mail: boolean;
  /** Whether the host wants to be called when sessions end (`end_sessions`). */
  endSessions: boolean;
}
