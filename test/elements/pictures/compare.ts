import { executeServerCommand } from '@web/test-runner-commands';

/** Each pixel of the smaller pictures stands for so many of the real ones, so that edges drawn a little differently are the same. */
const SHRINK = 4;
/** The difference of a color, of 255, from which two pixels are unlike. */
const UNLIKE = 48;

interface Picture {
  readonly picture: string;
  readonly isWritten: boolean;
}

/**
 * The share of unlike pixels, 0 to 1, between an element as it is drawn now and the committed picture `committed/<name>.png`; 1 when the
 * sizes differ by more than a line. 0 while pictures are written (`CB_PICTURES=write`).
 */
export async function unlikeCommitted(element: Element, name: string): Promise<number> {
  const { x, y, width, height } = element.getBoundingClientRect();
  const clip = { x: x + scrollX, y: y + scrollY, width, height };
  const file = `test/elements/pictures/committed/${name}.png`;
  const { picture, isWritten } = await executeServerCommand<Picture, object>('take-picture', { clip, file });
  if (isWritten) return 0;
  const [now, before] = await Promise.all([
    pixelsOf(`data:image/png;base64,${picture}`),
    pixelsOf(new URL(`./committed/${name}.png`, import.meta.url).href),
  ]);
  return unlike(now, before);
}

async function pixelsOf(address: string): Promise<ImageData> {
  const bitmap = await createImageBitmap(await (await fetch(address)).blob());
  const [width, height] = [Math.round(bitmap.width / SHRINK), Math.round(bitmap.height / SHRINK)];
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('No canvas to compare pictures on');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

/** The share of pixels that differ in any color. */
export function unlike(one: ImageData, other: ImageData): number {
  if (one.width !== other.width || Math.abs(one.height - other.height) * SHRINK > 24) return 1;
  const pixels = one.width * Math.min(one.height, other.height);
  let count = 0;
  for (let at = 0; at < pixels * 4; at += 4) {
    const differs = [0, 1, 2].some(
      (color) => Math.abs((one.data[at + color] ?? 0) - (other.data[at + color] ?? 0)) > UNLIKE,
    );
    if (differs) count += 1;
  }
  return count / pixels;
}
