/** On every answer, whatever it is. */
const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/** On every answer but a picture: personal, and nothing that a browser should show as a page. */
export const personalHeaders = {
  ...always,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  vary: 'Origin, Cookie',
} as const;

/** On what only leads elsewhere, for everybody alike. */
export const redirectHeaders = { ...always, 'cache-control': 'no-store' } as const;

/** On the bytes of a picture: public, never changing under its name, harmless when opened as a page. */
export const pictureHeaders = {
  ...always,
  'cache-control': 'public, max-age=31536000, immutable',
  'content-type': 'image/webp',
  'content-disposition': 'inline',
  'content-security-policy': "default-src 'none'; sandbox",
} as const;
