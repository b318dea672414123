/** RFC 4648. */
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function bytesOf(secret: string): Uint8Array<ArrayBuffer> {
  const bits = [...secret]
    .map((character) => base32.indexOf(character).toString(2).padStart(5, '0'))
    .join('');
  return Uint8Array.from(bits.match(/[01]{8}/g) ?? [], (octet) => Number.parseInt(octet, 2));
}

/**
 * What an authenticator app shows at an instant: SHA-1, six digits, 30 seconds. Source: RFC 6238, RFC 4226 §5.3.
 *
 * @param secret base 32, as the set-up answered it
 * @param now milliseconds since 1970
 */
export async function totpCode(secret: string, now: number): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-1' };
  const key = await crypto.subtle.importKey('raw', bytesOf(secret), algorithm, false, ['sign']);
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(Math.floor(now / 30_000)));
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer));
  const offset = mac.getUint8(19) & 0xf;
  const number = (mac.getUint32(offset) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

/** A code that is not the one, nor one of its neighbours. */
export async function wrongTotpCode(secret: string, now: number): Promise<string> {
  const near = await Promise.all(
    [-60_000, -30_000, 0, 30_000, 60_000].map((offset) => totpCode(secret, now + offset)),
  );
  const candidates = ['000000', '111111', '222222', '333333', '444444', '555555'];
  return candidates.find((code) => !near.includes(code)) ?? '666666';
}
