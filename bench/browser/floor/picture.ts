// The recipe most often seen: decode into an image element, draw it on a canvas, encode.
async function cropTheUsualWay(file: Blob): Promise<Blob | null> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 1024;
  canvas.height = 1024;
  const edge = Math.min(image.naturalWidth, image.naturalHeight);
  canvas.getContext('2d')?.drawImage(image, 0, 0, edge, edge, 0, 0, 1024, 1024);
  URL.revokeObjectURL(image.src);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/webp', 0.9);
  });
}

Object.assign(globalThis, { crop: cropTheUsualWay });
