/** The two stored pictures. */
export interface ProcessedImage {
  /** 512 × 512 px WebP. */
  large: Uint8Array;
  /** 128 × 128 px WebP. */
  small: Uint8Array;
}

/** Decoding and encoding of pictures. The rules have judged type, bytes and pixels before. */
export interface ImageProcessor {
  /**
   * Turns the picture upright, takes the centre square of its first frame, scales it and drops all metadata.
   * Answers null when the bytes cannot be decoded completely. `maxPixels` bounds what is decoded.
   */
  process(bytes: Uint8Array, limits: { maxPixels: number }): Promise<ProcessedImage | null>;
}
