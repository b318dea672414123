import { AccountError } from '../../contract/account-error.ts';
import { avatarSizes } from '../../contract/avatar.ts';
import type { ImageProcessor, ProcessedImage } from '../ports/image-processor.ts';
import { createWorkQueue } from './work-queue.ts';

/** Load of `createImageProcessor`. */
export interface ImageProcessorOptions {
  /**
   * Pictures decoded at the same time, of which at most one is an AVIF. Default 2. Measured at 49 megapixels, decoding
   * set aside 890 MB for an AVIF and 250 MB for a GIF; JPEG, PNG and WebP are read in strips and need next to nothing.
   */
  concurrency?: number;
  /** Pictures that may wait for their turn, default 16; beyond them calls fail with `unavailable`. */
  waiting?: number;
  /** How long one picture may take; then the call fails with `unavailable`. Default 20. */
  timeoutSeconds?: number;
}

type Sharp = typeof import('sharp').default;

const RETRY_AFTER_SECONDS = 10;
const WEBP_QUALITY = 82;
const formats: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif', 'heif']);
/** Beyond this ratio of the edges the square is cut out before it is scaled: libvips counts pixels of the whole. */
const MOST_RATIO = 16;

/** Whether the file starts with a box of type `ftyp`, as every AVIF does. */
const isBoxed = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(4, 8)).toString('latin1') === 'ftyp';

/** Pixels of the centre square at the large size, with transparency where the picture has some. */
interface Square {
  data: Buffer;
  channels: 1 | 2 | 3 | 4;
}

async function decodeSquare(
  sharp: Sharp,
  bytes: Uint8Array,
  limits: { maxPixels: number; timeoutSeconds: number },
): Promise<Square | null> {
  const image = sharp(bytes, { limitInputPixels: limits.maxPixels, failOn: 'error' });
  const { format, autoOrient } = await image.metadata();
  // The rules have judged the type; this keeps a caller's slip from rendering an SVG.
  if (!formats.has(format)) return null;
  const { width, height } = autoOrient;
  const edge = Math.min(width, height);
  image.timeout({ seconds: limits.timeoutSeconds }).autoOrient();
  if (Math.max(width, height) > MOST_RATIO * edge) {
    const left = Math.floor((width - edge) / 2);
    image.extract({ left, top: Math.floor((height - edge) / 2), width: edge, height: edge });
  }
  image.resize(avatarSizes.large, avatarSizes.large, { fit: 'cover', position: 'centre' });
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { data, channels: info.channels };
}

function encode(sharp: Sharp, square: Square, edge: number): Promise<Buffer> {
  const raw = { width: avatarSizes.large, height: avatarSizes.large, channels: square.channels };
  return sharp(square.data, { raw }).resize(edge, edge).webp({ quality: WEBP_QUALITY }).toBuffer();
}

async function process(
  sharp: Sharp,
  bytes: Uint8Array,
  limits: { maxPixels: number; timeoutSeconds: number },
): Promise<ProcessedImage | null> {
  let square: Square | null;
  try {
    square = await decodeSquare(sharp, bytes, limits);
  } catch (error) {
    if (error instanceof Error && /timeout: \d+% complete/.test(error.message)) {
      throw new AccountError('unavailable', {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
        cause: error,
      });
    }
    return null;
  }
  if (square === null) return null;
  return {
    large: await encode(sharp, square, avatarSizes.large),
    small: await encode(sharp, square, avatarSizes.small),
  };
}

/**
 * Pictures through sharp, an optional peer. The two files come from decoded pixels alone, so nothing of the original
 * survives: no EXIF, XMP, comment or colour profile (colours are converted to sRGB). Transparency is kept, small
 * pictures are scaled up. Rejects with one sentence when sharp is not installed.
 */
export async function createImageProcessor(
  options: ImageProcessorOptions = {},
): Promise<ImageProcessor> {
  const { concurrency = 2, waiting = 16, timeoutSeconds = 20 } = options;
  let sharp: Sharp;
  try {
    sharp = (await import('sharp')).default;
  } catch (cause) {
    throw new Error('createImageProcessor needs sharp: npm install sharp', { cause });
  }
  const queue = createWorkQueue({ concurrency, waiting, retryAfterSeconds: RETRY_AFTER_SECONDS });
  const avifQueue = createWorkQueue({
    concurrency: 1,
    waiting: concurrency,
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  });
  return {
    process(bytes, { maxPixels }) {
      const work = () => process(sharp, bytes, { maxPixels, timeoutSeconds });
      return queue(isBoxed(bytes) ? () => avifQueue(work) : work);
    },
  };
}
