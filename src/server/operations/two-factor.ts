import type { AccountAnswer } from '../../contract/account.ts';
import type {
  EnableTotp,
  RecoveryCodesAnswer,
  TotpSetUpAnswer,
} from '../../contract/two-factor.ts';
import type { Ports } from '../ports/ports.ts';
import type { Call } from './call.ts';

export async function setUpTotp(_ports: Ports, _call: Call<undefined>): Promise<TotpSetUpAnswer> {
  throw new Error('not yet');
}

export async function enableTotp(
  _ports: Ports,
  _call: Call<EnableTotp>,
): Promise<RecoveryCodesAnswer> {
  throw new Error('not yet');
}

export async function disableTwoFactor(
  _ports: Ports,
  _call: Call<undefined>,
): Promise<AccountAnswer> {
  throw new Error('not yet');
}

export async function createRecoveryCodes(
  _ports: Ports,
  _call: Call<undefined>,
): Promise<RecoveryCodesAnswer> {
  throw new Error('not yet');
}
