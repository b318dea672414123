import type { Origin } from '../../contract/sessions.ts';
import type { FurtherWords } from '../../words/interface/further.ts';
import { format } from '../format.ts';

/** `Firefox on macOS`, as far as it is known. */
export function deviceName({ browser, system }: Origin, text: FurtherWords['sessions']): string {
  if (browser !== null && system !== null) {
    return format(text.browserOnSystem, { browser, system });
  }
  return browser ?? system ?? text.unknownBrowser;
}
