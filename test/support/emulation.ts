// What a person asks of their system, as the browser tells it to a page.
import { cdp } from 'vitest/browser';
import { afterEach } from 'vitest';

interface Session {
  send: (name: string, input?: object) => Promise<void>;
}
const session = cdp() as unknown as Session;

/** Media features by their names, such as `forced-colors: active`; those that are not named are as they always are. */
export async function emulate(features: Readonly<Record<string, string>>): Promise<void> {
  const given = Object.entries(features).map(([name, value]) => ({ name, value }));
  await session.send('Emulation.setEmulatedMedia', { features: given });
}

/** Fingers in place of a mouse: `pointer: coarse`. */
export async function emulateTouch(enabled = true): Promise<void> {
  await session.send('Emulation.setTouchEmulationEnabled', { enabled });
}

/** After every test of a file the page is as it was. */
export function restoreEmulation(): void {
  afterEach(async () => {
    await emulate({});
    await emulateTouch(false);
  });
}
