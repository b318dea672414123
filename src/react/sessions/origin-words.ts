import type { Origin } from '../../contract/sessions.ts';
import { format } from '../../words/interface/format.ts';
import type { FurtherWords } from '../../words/interface/further.ts';

/** `Firefox on macOS`, as far as it is known. */
export function deviceName(
  { browser, system }: Origin,
  text: FurtherWords['sessions'],
  locale: string,
): string {
  if (browser !== null && system !== null) {
    return format(text.browserOnSystem, { browser, system }, locale);
  }
  return browser ?? system ?? text.unknownBrowser;
}
