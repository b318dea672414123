import type { AccountAnswer } from '../../contract/account.ts';
import type { Ports } from '../ports/ports.ts';
import type { Call } from './call.ts';

export async function resendVerification(
  _ports: Ports,
  _call: Call<undefined>,
): Promise<AccountAnswer> {
  throw new Error('not yet');
}
