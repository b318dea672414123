import { generateKeyPairSync, sign } from 'node:crypto';

/** Type, length and content, as DER writes every value. */
function der(type: number, ...content: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(content.map((part) => Buffer.from(part)));
  const { length } = body;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([type, ...size]), body]);
}

const hex = (digits: string): Buffer => Buffer.from(digits, 'hex');
const sequence = (...content: Buffer[]): Buffer => der(0x30, ...content);
const identifier = (digits: string): Buffer => der(0x06, hex(digits));
const time = (date: string): Buffer => der(0x18, `${date}000000Z`);

/** A certificate for this machine that vouches for itself, with its key; both as PEM. */
export function makeCertificate(): { key: string; certificate: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const ecdsaWithSha256 = sequence(identifier('2a8648ce3d040302'));
  const commonName = sequence(identifier('550403'), der(0x0c, 'selvedge tests'));
  const name = sequence(der(0x31, commonName));
  const isTrue = der(0x01, hex('ff'));
  const extensions = sequence(
    // Basic constraints: an authority.
    sequence(identifier('551d13'), isTrue, der(0x04, sequence(isTrue))),
    // Whom it is for.
    sequence(
      identifier('551d11'),
      der(0x04, sequence(der(0x82, 'localhost'), der(0x87, hex('7f000001')))),
    ),
  );
  const content = sequence(
    der(0xa0, der(0x02, hex('02'))),
    der(0x02, hex('01')),
    ecdsaWithSha256,
    name,
    sequence(time('20200101'), time('21200101')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const signature = der(0x03, hex('00'), sign('sha256', content, privateKey));
  const body = sequence(content, ecdsaWithSha256, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${body.replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`,
  };
}
