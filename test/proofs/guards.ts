import { credentialGuards } from './guards/credentials.ts';
import type { GuardedFile } from './guards/guard.ts';
import { httpGuards } from './guards/http.ts';
import { linkGuards } from './guards/links.ts';
import { proofGuards } from './guards/proofs.ts';
import { signInGuards } from './guards/sign-in.ts';

export type { Guard, GuardedFile } from './guards/guard.ts';

/** Every guard of the rules and of their door, by file. `npm run proofs -- guards` takes out each in turn. */
export const guardedFiles: readonly GuardedFile[] = [
  ...proofGuards,
  ...signInGuards,
  ...credentialGuards,
  ...linkGuards,
  ...httpGuards,
];
