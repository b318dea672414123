import type { AccountAnswer } from '../../contract/account.ts';
import type { ActivityAnswer, ListActivity, ReportActivity } from '../../contract/activity.ts';
import type { Ports } from '../ports/ports.ts';
import type { Call } from './call.ts';

export async function listActivity(
  _ports: Ports,
  _call: Call<ListActivity>,
): Promise<ActivityAnswer> {
  throw new Error('not yet');
}

export async function reportActivity(
  _ports: Ports,
  _call: Call<ReportActivity>,
): Promise<AccountAnswer> {
  throw new Error('not yet');
}
