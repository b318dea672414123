import type { AccountAnswer } from '../../contract/account.ts';
import type {
  AddPasskey,
  RemovePasskey,
  RenamePasskey,
  StartPasskeyAnswer,
} from '../../contract/passkeys.ts';
import type { Ports } from '../ports/ports.ts';
import type { Call } from './call.ts';

export async function startPasskey(
  _ports: Ports,
  _call: Call<undefined>,
): Promise<StartPasskeyAnswer> {
  throw new Error('not yet');
}

export async function addPasskey(_ports: Ports, _call: Call<AddPasskey>): Promise<AccountAnswer> {
  throw new Error('not yet');
}

export async function renamePasskey(
  _ports: Ports,
  _call: Call<RenamePasskey>,
): Promise<AccountAnswer> {
  throw new Error('not yet');
}

export async function removePasskey(
  _ports: Ports,
  _call: Call<RemovePasskey>,
): Promise<AccountAnswer> {
  throw new Error('not yet');
}
