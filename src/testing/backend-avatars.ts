import { describe, expect } from 'vitest';
import { examplePicture } from './backend-pictures.ts';
import type { BackendTest } from './backend-stage.ts';
import { accountOf, ada, codeOf, fieldsOf, raceCodes } from './backend-stage.ts';

/** `setAvatar` and `removeAvatar`. */
export function describeAvatarOperations(test: BackendTest): void {
  describe('setAvatar', () => {
    test('sets the picture without a proof, and raises the version by one', async (stage) => {
      const own = await stage.signIn(ada.email);
      const account = await accountOf(own.setAvatar({ image: examplePicture('red') }));
      expect(account.avatar?.url).not.toBe('');
      expect(account.avatar?.smallUrl).not.toBe(account.avatar?.url);
      expect(account.version).toBe(2);
      expect(await stage.read(own)).toEqual(account);
    });

    test('gives a new picture new addresses', async ({ signIn }) => {
      const own = await signIn(ada.email);
      const first = await accountOf(own.setAvatar({ image: examplePicture('red') }));
      const second = await accountOf(own.setAvatar({ image: examplePicture('blue') }));
      expect(second.avatar?.url).not.toBe(first.avatar?.url);
      expect(second.avatar?.smallUrl).not.toBe(first.avatar?.smallUrl);
    });

    test('tells how far the upload is, up to its end', async ({ signIn }) => {
      const own = await signIn(ada.email);
      const told: number[] = [];
      const onProgress = (fraction: number): number => told.push(fraction);
      await own.setAvatar({ image: examplePicture('red') }, { onProgress });
      expect(told.at(-1)).toBe(1);
      expect(told.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
    });

    test('refuses what is no picture that is taken, and keeps the old one', async (stage) => {
      const own = await stage.signIn(ada.email);
      const before = await accountOf(own.setAvatar({ image: examplePicture('red') }));
      const set = (content: BlobPart, type: string): Promise<unknown> =>
        own.setAvatar({ image: new Blob([content], { type }) });
      const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
      expect(await codeOf(set(svg, 'image/svg+xml'))).toBe('unsupported_media_type');
      expect(await codeOf(set('no picture', 'image/png'))).toBe('unsupported_media_type');
      expect(await codeOf(set('no picture', 'text/plain'))).toBe('unsupported_media_type');
      const tooLarge = new Uint8Array(before.avatarLimits.maxBytes + 1);
      expect(await codeOf(set(tooLarge, 'image/png'))).toBe('too_large');
      expect(await fieldsOf(set('', 'image/png'))).toEqual([' image_broken']);
      const head = examplePicture('red').slice(0, 12);
      expect(await fieldsOf(set(head, 'image/png'))).toEqual([' image_broken']);
      const huge = own.setAvatar({ image: examplePicture('huge') });
      expect(await fieldsOf(huge)).toEqual([' image_too_many_pixels']);
      expect(await stage.read(own)).toEqual(before);
    });

    test('of 16 at once all happen, and one picture is left', async ({ signIn, read }) => {
      const own = await signIn(ada.email);
      const counts = await raceCodes(() => own.setAvatar({ image: examplePicture('red') }));
      expect(counts).toEqual({ done: 16 });
      const { avatar, version } = await read(own);
      expect(avatar).not.toBeNull();
      expect(version).toBe(17);
    });
  });

  describe('removeAvatar', () => {
    test('removes the picture without a proof', async ({ signIn, read }) => {
      const own = await signIn(ada.email);
      await own.setAvatar({ image: examplePicture('red') });
      const account = await accountOf(own.removeAvatar());
      expect([account.avatar, account.version]).toEqual([null, 3]);
      expect(await read(own)).toEqual(account);
    });

    test('with none is no error', async ({ signIn }) => {
      const own = await signIn(ada.email);
      expect((await accountOf(own.removeAvatar())).avatar).toBeNull();
    });
  });
}
