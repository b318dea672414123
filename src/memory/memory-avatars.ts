import type { AvatarStorage } from '../server/ports/avatar-storage.ts';

/** Pictures in memory, with addresses that an `<img>` of this page can show. */
export interface MemoryAvatars extends AvatarStorage {
  /** The address of a picture; null when there is none under the key. It ends when the picture is removed. */
  findUrl(key: string): string | null;
}

function dataUrl(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  // Browsers tell pictures by their bytes.
  return `data:image/webp;base64,${btoa(text)}`;
}

function showable(bytes: Uint8Array<ArrayBuffer>): string {
  // Test environments without a browser know no object URLs.
  return typeof URL.createObjectURL === 'function'
    ? URL.createObjectURL(new Blob([bytes]))
    : dataUrl(bytes);
}

/** Keeps pictures until they are removed or the page is left. An address is made when it is first asked for. */
export function createMemoryAvatars(): MemoryAvatars {
  const pictures = new Map<string, Uint8Array<ArrayBuffer>>();
  const urls = new Map<string, string>();
  return {
    async put(key, bytes) {
      pictures.set(key, Uint8Array.from(bytes));
    },
    async find(key) {
      return pictures.get(key)?.slice() ?? null;
    },
    async remove(key) {
      const url = urls.get(key);
      if (url?.startsWith('blob:') === true) URL.revokeObjectURL(url);
      urls.delete(key);
      pictures.delete(key);
    },
    findUrl(key) {
      const bytes = pictures.get(key);
      if (bytes === undefined) return null;
      const url = urls.get(key) ?? showable(bytes);
      urls.set(key, url);
      return url;
    },
  };
}
