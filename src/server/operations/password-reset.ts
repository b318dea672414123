import type { DoneAnswer } from '../../contract/account.ts';
import type { RequestPasswordReset, ResetPassword } from '../../contract/password-reset.ts';
import type { Ports } from '../ports/ports.ts';
import type { LinkCall } from './call.ts';

export async function requestPasswordReset(
  _ports: Ports,
  _call: LinkCall<RequestPasswordReset>,
): Promise<DoneAnswer> {
  throw new Error('not yet');
}

export async function resetPassword(
  _ports: Ports,
  _call: LinkCall<ResetPassword>,
): Promise<DoneAnswer> {
  throw new Error('not yet');
}
