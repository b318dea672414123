import { expect } from 'vitest';
import type { Attack } from './attack.ts';

const images = 'node/image-processor.test.ts';
const metadata = 'node/image-processor-metadata.test.ts';
const picture = 'operations/picture.test.ts';

/** Pictures. */
export const avatarAttacks: readonly Attack[] = [
  {
    id: 'C-141',
    priority: 0,
    what: 'a picture that is too large, or says another length',
    tests: [
      ['http/bodies.test.ts', 'is refused by its announced length'],
      ['http/bodies.test.ts', 'is refused while it comes when its length is not announced'],
      [picture, 'takes as many bytes as allowed and not one more'],
    ],
  },
  {
    id: 'C-142',
    priority: 1,
    what: 'broken pictures',
    tests: [
      [images, 'bytes that are wrong inside, no bytes, and an SVG'],
      [picture, 'broken files'],
    ],
  },
  {
    id: 'C-144',
    priority: 0,
    what: 'markup that calls itself a picture',
    async attack({ ada }) {
      for (const body of [
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        '<!doctype html><script>alert(1)</script>',
        '<?xml version="1.0"?><a/>',
      ]) {
        const reply = await ada.call('PUT', '/users/me/avatar', undefined, {
          headers: { 'content-type': 'image/png' },
          body,
        });
        expect([415, 422]).toContain(reply.status);
      }
      expect((await ada.account()).avatar).toBeNull();
    },
  },
  {
    id: 'C-145',
    priority: 0,
    what: 'pictures that are something else as well',
    tests: [
      [picture, 'files that are something else as well'],
      [metadata, 'EXIF, XMP, comments, text chunks and profiles of every kind of picture go'],
    ],
  },
  {
    id: 'C-146',
    priority: 0,
    what: 'few bytes that become many pixels',
    tests: [
      [images, 'more pixels than allowed'],
      [images, 'a strip of one pixel by two million is no trouble'],
      ['operations/picture-hostile.test.ts', 'ten megabytes that are made to keep a parser busy'],
    ],
  },
  {
    id: 'C-148',
    priority: 0,
    what: 'where a photo was taken',
    tests: [
      [metadata, "a camera's photo carries a GPS position, and nothing of it is stored"],
      [metadata, 'EXIF, XMP, comments, text chunks and profiles of every kind of picture go'],
    ],
  },
  {
    id: 'C-149',
    priority: 1,
    what: 'pictures of other kinds',
    tests: [
      [picture, 'what is no picture that is taken'],
      [images, '16 bits, greys, CMYK, progressive, interlaced, a palette'],
    ],
  },
  {
    id: 'C-150',
    priority: 0,
    what: 'paths out of the folder of the pictures',
    async attack({ send }) {
      for (const path of [
        '../../etc/passwd',
        '..%2f..%2fetc%2fpasswd',
        'a/../../x.webp',
        'a/..%5c..%5cx.webp',
        'a/%00.webp',
        `a/${'x'.repeat(300)}.webp`,
        'C:/x.webp',
        'a/.htaccess',
        'a//x.webp',
        '%2e%2e/%2e%2e/x.webp',
      ]) {
        expect((await send('GET', `/api/auth/avatars/${path}`)).status).toBe(404);
      }
    },
  },
  {
    id: 'C-152',
    priority: 0,
    what: 'a picture that is opened as a page',
    tests: [['http/headers.test.ts', 'are public, for ever, and harmless when they are opened']],
  },
  {
    id: 'C-153',
    priority: 1,
    what: 'a picture on the page of another site',
    tests: [
      [
        'http/headers.test.ts',
        'may be shown by other origins where the host says so or trusts one',
      ],
    ],
  },
  {
    id: 'C-154',
    priority: 0,
    what: 'forms of many parts, whole and broken',
    async attack({ ada }) {
      for (const type of [
        'multipart/form-data',
        'multipart/form-data; boundary=',
        'multipart/form-data; boundary=x',
        'multipart/mixed; boundary=x',
      ]) {
        for (const body of [
          '',
          '--x\r\n',
          '--x\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\n1\r\n--x--',
          '--x\n'.repeat(3000),
        ]) {
          const reply = await ada.call('PUT', '/users/me/avatar', undefined, {
            headers: { 'content-type': type },
            body,
          });
          expect(reply.status).toBe(415);
        }
      }
    },
  },
];
