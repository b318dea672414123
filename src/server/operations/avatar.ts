import type { AccountAnswer } from '../../contract/account.ts';
import { fieldError, isAccountError } from '../../contract/account-error.ts';
import type { AvatarFiles } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { accountView } from './account-view.ts';
import type { Call } from './call.ts';
import { removeFiles } from './delete-account.ts';
import { callerAccount, effects, settle } from './effects.ts';
import { instant } from './instants.ts';
import { judgePicture } from './picture.ts';

/** How long files may lie around that were stored for a write that never came. */
const orphanSeconds = 3600;

async function replace(
  ports: Ports,
  call: Call<unknown>,
  event: string,
  files: AvatarFiles | null,
): Promise<AccountAnswer> {
  const account = await callerAccount(ports, call);
  const outcome = settle(
    ports,
    await ports.store.setAvatar(
      { accountId: account.id, files },
      effects(ports, { event, from: call.from, sessionId: call.actor.sessionId }),
    ),
    account,
  );
  return { account: accountView(outcome.account, ports) };
}

/** One folder a person. Its name is not the account's id, which may hold any sign and which pictures must not tell. */
function folderOf(ports: Ports, accountId: string): string {
  return ports.secrets.digest(accountId).slice(0, 22);
}

/** Removes what the store lists as discarded for this account and is due: the picture that was just replaced. */
async function sweep(ports: Ports, accountId: string): Promise<void> {
  const due = await ports.store.findDiscardedFiles(instant(ports));
  const own = due.filter((key) => key.startsWith(`${folderOf(ports, accountId)}/`));
  if (own.length > 0) await removeFiles(ports, own);
}

/** Sets the picture: judged by its bytes, re-encoded, stored, and only then put in the old one's place. */
export async function setAvatar(ports: Ports, call: Call<Uint8Array>): Promise<AccountAnswer> {
  const { maxBytes, maxPixels } = ports.settings.avatar;
  judgePicture(call.input, { maxBytes, maxPixels });
  const image = await ports.images.process(call.input, { maxPixels });
  if (image === null) throw fieldError('', 'image_broken');

  const { accountId } = call.actor;
  const folder = folderOf(ports, accountId);
  const files: AvatarFiles = {
    large: `${folder}/${ports.secrets.mintId()}.webp`,
    small: `${folder}/${ports.secrets.mintId()}.webp`,
  };
  await ports.store.discardFiles([files.large, files.small], instant(ports, orphanSeconds));
  await ports.avatars.put(files.large, image.large);
  await ports.avatars.put(files.small, image.small);
  const answer = await replace(ports, call, 'avatar_changed', files).catch(
    async (error: unknown) => {
      // Refused for sure: the account went away meanwhile. After any other error the files may be in use.
      if (isAccountError(error) && error.code === 'session_ended') {
        await removeFiles(ports, [files.large, files.small]);
      }
      throw error;
    },
  );
  await sweep(ports, accountId);
  return answer;
}

/** Removes the picture. */
export async function removeAvatar(ports: Ports, call: Call<undefined>): Promise<AccountAnswer> {
  const answer = await replace(ports, call, 'avatar_removed', null);
  await sweep(ports, call.actor.accountId);
  return answer;
}
