import { createHmac } from 'node:crypto';
import type { RuleWorld, Visitor } from './rule-world.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function bytesOfBase32(text: string): Buffer {
  const bits = [...text].map((one) => alphabet.indexOf(one).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

/** What an authenticator app shows: RFC 6238 written out, so that the rules are not measured by themselves. */
export function codeAt(secret: string, milliseconds: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(milliseconds / 30_000)));
  const mac = createHmac('sha1', bytesOfBase32(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** A code that is none of now, whatever the secret is. */
export function wrongCode(secret: string, now: number): string {
  const steps = [-2, -1, 0, 1, 2];
  const right = new Set(steps.map((step) => codeAt(secret, now + step * 30_000)));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find(
    (code) => !right.has(code),
  ) as string;
}

/** Somebody's second factor. */
export interface SecondFactor {
  secret: string;
  recoveryCodes: string[];
  /** What the app shows now, or some steps of 30 seconds later. */
  code(steps?: number): string;
  wrong(): string;
}

/** Switches the second factor on, as a person does, and waits for the next code: the first was used. */
export async function switchOn(
  world: RuleWorld,
  visitor: Visitor,
  password?: string,
): Promise<SecondFactor> {
  const grant = await visitor.prove('setUpTotp', password);
  const { setUp } = await visitor.call('setUpTotp', undefined, { grant });
  const { secret } = setUp;
  const code = (steps = 0): string => codeAt(secret, world.clock.now() + steps * 30_000);
  const { recoveryCodes } = await visitor.call('enableTotp', { code: code() });
  world.clock.advance(30);
  return { secret, recoveryCodes, code, wrong: () => wrongCode(secret, world.clock.now()) };
}
