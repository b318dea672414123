import type { MailWords } from '../../words/mails/mail-words.ts';
import type { DraftFacts } from './mail-draft.ts';

/** The device as far as it is known: `Firefox on macOS`, `Firefox`, or null. */
function deviceIn(facts: DraftFacts): string | null {
  const browser = facts.findValue('browser');
  const system = facts.findValue('system');
  if (browser === null || system === null) return browser ?? system;
  return facts.words.origin.device({ browser, system });
}

/** The paragraph that says from where it was done. Parameters: `browser`, `system`, `place`, each of them may be empty. */
export function originSentence(facts: DraftFacts): string {
  const { origin }: MailWords = facts.words;
  const device = deviceIn(facts);
  const place = facts.findValue('place');
  if (device !== null && place !== null)
    return origin.from({ where: origin.both({ device, place }) });
  const where = device ?? place;
  return where === null ? origin.unknown : origin.from({ where });
}
