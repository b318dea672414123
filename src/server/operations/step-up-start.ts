import type { StartStepUp, StartStepUpAnswer } from '../../contract/step-up.ts';
import type { Ports } from '../ports/ports.ts';
import type { Call } from './call.ts';

export async function startStepUp(
  _ports: Ports,
  _call: Call<StartStepUp>,
): Promise<StartStepUpAnswer> {
  throw new Error('not yet');
}
