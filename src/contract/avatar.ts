/** Pictures that are taken, told by their bytes and not by what the request calls them. */
export const avatarTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
] as const;
/** A kind of picture that is taken. */
export type AvatarType = (typeof avatarTypes)[number];

/** Defaults of the limits that travel with the account. */
export const avatarLimits = { maxBytes: 10_485_760, maxPixels: 50_000_000 } as const;

/** Edges of the stored pictures, in pixels. */
export const avatarSizes = { large: 512, small: 128 } as const;

/** A new picture. The server turns it upright, crops the centre square, and keeps no metadata. */
export interface SetAvatar {
  /** The file's bytes. On the wire they are the body; the type that the browser names is a hint only. */
  image: Blob;
}
