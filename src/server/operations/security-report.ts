import type { DoneAnswer } from '../../contract/account.ts';
import type { LinkToken } from '../../contract/email-change.ts';
import type { Ports } from '../ports/ports.ts';
import type { LinkCall } from './call.ts';

export async function reportSecurityEvent(
  _ports: Ports,
  _call: LinkCall<LinkToken>,
): Promise<DoneAnswer> {
  throw new Error('not yet');
}
