import type { Authenticator } from '../support/authenticator.ts';
import { createAuthenticator } from '../support/authenticator.ts';
import { ada, passkeySite, type Visitor } from './rule-world.ts';

/** An authenticator on the site of the world's passkeys, with nothing in it. */
export function authenticatorHere(): Authenticator {
  return createAuthenticator(passkeySite.origins[0] ?? '');
}

/** Makes a passkey, as a person does, and answers the authenticator that holds it. */
export async function addPasskey(
  visitor: Visitor,
  authenticator: Authenticator = authenticatorHere(),
  password: string = ada.password,
): Promise<Authenticator> {
  const grant = await visitor.prove('addPasskey', password);
  const { options } = await visitor.call('startPasskey', undefined, { grant });
  await visitor.call('addPasskey', { response: authenticator.create(options) }, { grant });
  return authenticator;
}
