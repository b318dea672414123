import { fieldError } from '../../contract/account-error.ts';
import type { Extent, Section } from './crop-section.ts';
import { squareOf } from './crop-section.ts';

/** Longest edge of what the cropper shows, in pixels: sharp on dense screens, and quick to decode. */
const previewEdge = 1280;
/** Longest edge of what is sent. The server keeps 512 px; the rest is room for a later, larger rendition. */
const sentEdge = 1024;

/** A picture that can be cropped. */
export interface OpenedPicture extends Extent {
  /** Address of a smaller copy, upright, its first frame. */
  url: string;
  /** The same copy, to draw from. */
  copy: CanvasImageSource & Extent;
  /** Lets go of both. */
  close: () => void;
}

type Canvas = OffscreenCanvas | HTMLCanvasElement;
type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

function createCanvas(width: number, height: number): { canvas: Canvas; context: Context } {
  const canvas =
    typeof OffscreenCanvas === 'undefined'
      ? Object.assign(document.createElement('canvas'), { width, height })
      : new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d') as Context | null;
  if (context === null) throw new Error('There is no canvas.');
  context.imageSmoothingQuality = 'high';
  return { canvas, context };
}

/** The canvas as WebP, or as JPEG on white where the browser cannot write WebP. */
async function encode({ canvas, context }: ReturnType<typeof createCanvas>): Promise<Blob> {
  const probe = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const webp = probe.toDataURL('image/webp').startsWith('data:image/webp');
  const type = webp ? 'image/webp' : 'image/jpeg';
  const quality = 0.9;
  if (!webp) {
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type, quality });
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The canvas was not written.')) : resolve(blob)),
      type,
      quality,
    );
  });
}

/** Width and height, upright, from the header alone: nothing is decoded. Null when the browser does not know such files. */
function measure(file: Blob): Promise<Extent | null> {
  const url = URL.createObjectURL(file);
  return new Promise<Extent | null>((resolve) => {
    const image = new Image();
    image.addEventListener('load', () => {
      resolve({ width: image.naturalWidth, height: image.naturalHeight });
    });
    image.addEventListener('error', () => resolve(null));
    image.src = url;
  }).finally(() => URL.revokeObjectURL(url));
}

/**
 * Opens a picture for the cropper. Resolves to null when this browser cannot decode it; the server may. Rejects with
 * `validation_failed`: `image_too_many_pixels`, or `image_broken` for a kind that every browser knows.
 *
 * `createImageBitmap` decodes the blob off the main thread and turns it upright; its own resizing would run on the main
 * thread for longer than drawing the whole onto a small canvas does.
 */
export async function openPicture(file: Blob, maxPixels: number): Promise<OpenedPicture | null> {
  const whole = await measure(file);
  if (whole === null) {
    if (file.type === 'image/avif') return null;
    throw fieldError('', 'image_broken');
  }
  if (whole.width * whole.height > maxPixels) {
    throw fieldError('', 'image_too_many_pixels', { maximum: maxPixels });
  }
  try {
    const bitmap = await createImageBitmap(file);
    const { width, height } = bitmap;
    const scale = Math.min(1, previewEdge / Math.max(width, height));
    const drawn = createCanvas(
      Math.max(1, Math.round(width * scale)),
      Math.max(1, Math.round(height * scale)),
    );
    drawn.context.drawImage(bitmap, 0, 0, drawn.canvas.width, drawn.canvas.height);
    bitmap.close();
    const url = URL.createObjectURL(await encode(drawn));
    return { width, height, url, copy: drawn.canvas, close: () => URL.revokeObjectURL(url) };
  } catch {
    return null;
  }
}

/** Draws a section of a picture onto the whole of a square, `edge` pixels wide. */
export function drawSection(
  context: Context,
  picture: CanvasImageSource & Extent,
  section: Section,
  edge: number,
): void {
  // An element of SVG could be drawn, too, and would have no numbers here.
  const { width, height }: Extent = picture;
  const square = squareOf(section, { width, height });
  const [across, down] = section.turns % 2 === 0 ? [width, height] : [height, width];
  context.save();
  context.imageSmoothingQuality = 'high';
  context.clearRect(0, 0, edge, edge);
  context.scale(edge / square.side, edge / square.side);
  context.translate(across / 2 - square.x, down / 2 - square.y);
  context.rotate((section.turns * Math.PI) / 2);
  context.drawImage(picture, -width / 2, -height / 2);
  context.restore();
}

/** Cuts a section out of a file: a square of at most 1024 px, WebP or else JPEG, with no metadata. */
export async function cropPicture(file: Blob, section: Section): Promise<Blob> {
  const bitmap = await createImageBitmap(file);
  try {
    const { side } = squareOf(section, bitmap);
    const edge = Math.max(1, Math.min(sentEdge, Math.round(side)));
    const drawn = createCanvas(edge, edge);
    drawSection(drawn.context, bitmap, section, edge);
    return await encode(drawn);
  } finally {
    bitmap.close();
  }
}
