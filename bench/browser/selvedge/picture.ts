import { cropPicture, openPicture } from '../../../src/react/avatar/crop-picture.ts';
import { wholeSection } from '../../../src/react/avatar/crop-section.ts';

/** Opens a picture for the cropper, takes its middle square and encodes it: what the dialog does from file to upload. */
async function crop(file: Blob): Promise<Blob> {
  const picture = await openPicture(file, 50_000_000);
  if (picture === null) throw new Error('the picture cannot be shown');
  const cropped = await cropPicture(file, wholeSection);
  picture.close();
  return cropped;
}

Object.assign(globalThis, { crop });
