/** Whole PNG files: 8 × 8 px of one colour, and one whose header says 20,000 × 20,000 px. */
const pictures = {
  red: 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mM4EaCBFTEMLQkAaplQAbIh774AAAAASUVORK5CYII=',
  blue: 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mPQCDiBFTEMLQkAGplQAbyoaQ8AAAAASUVORK5CYII=',
  huge: 'iVBORw0KGgoAAAANSUhEUgAATiAAAE4gCAIAAABsEtFuAAAADElEQVR42mNgYGAAAAAEAAHI6uv5AAAAAElFTkSuQmCC',
};

/** A small picture, or one that says it is too large. */
export function examplePicture(which: keyof typeof pictures): Blob {
  const bytes = Uint8Array.from(atob(pictures[which]), (byte) => byte.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}
