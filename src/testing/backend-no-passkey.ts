import type { PasskeyResponse } from '../contract/passkeys.ts';

/** Has the form of what a browser answers; no authenticator made it. */
export const noPasskey: PasskeyResponse = {
  id: 'bm8tYXV0aGVudGljYXRvcg',
  rawId: 'bm8tYXV0aGVudGljYXRvcg',
  type: 'public-key',
  response: {
    clientDataJSON: 'e30',
    attestationObject: 'oA',
    authenticatorData: 'AAAA',
    signature: 'AAAA',
  },
  clientExtensionResults: {},
};
