import type { ImageProcessor } from '../server/ports/image-processor.ts';

/**
 * Keeps pictures as they were given, in both sizes: the rules have judged type, bytes and pixels before. Nothing is
 * decoded, turned upright, cropped or stripped of its metadata; what shows them crops the centre.
 */
export function createMemoryImages(): ImageProcessor {
  return {
    process: async (bytes) => ({ large: bytes.slice(), small: bytes.slice() }),
  };
}
