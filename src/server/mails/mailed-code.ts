import { codeDigits } from '../../contract/one-time-code.ts';
import type { Secrets } from '../ports/secrets.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 48 bits: what is left over by a million of them favours no code. */
const charactersRead = 8;

/**
 * The code of six digits that a `step_up_code` mail says, always the same for the same id: the row that queues the
 * mail holds the id alone, and only the server can compute the code.
 */
export function mailedCode(secrets: Secrets, accountId: string, codeId: string): string {
  const derived = secrets.derive('email-code', accountId, codeId);
  let value = 0;
  for (const character of derived.slice(0, charactersRead)) {
    value = value * alphabet.length + alphabet.indexOf(character);
  }
  return String(value % 10 ** codeDigits).padStart(codeDigits, '0');
}
