import type { EndSession, SessionsAnswer } from '../../contract/sessions.ts';
import type { Ports } from '../ports/ports.ts';
import type { Call } from './call.ts';

export async function listSessions(_ports: Ports, _call: Call<undefined>): Promise<SessionsAnswer> {
  throw new Error('not yet');
}

export async function endSession(_ports: Ports, _call: Call<EndSession>): Promise<SessionsAnswer> {
  throw new Error('not yet');
}

export async function endOtherSessions(
  _ports: Ports,
  _call: Call<undefined>,
): Promise<SessionsAnswer> {
  throw new Error('not yet');
}
