import { executeServerCommand } from '@web/test-runner-commands';

/** Each pixel of the smaller pictures stands for so many of the real ones. */
const SHRINK = 2;
/** The difference of a color, of 255, from which two pixels are unlike. */
const UNLIKE = 48;
/** Smaller pixels around one, of which one has to be like it: an edge or a letter may be drawn 2 px elsewhere. */
const AROUND = 1;
/** The side of a tile, in smaller pixels: 48 real ones. */
const TILE = 24;
/** The share of a tile's pixels that may be unlike. */
const MOST = 0.025;
/** The most by which heights may differ, in real pixels. */
const LINE = 24;

interface Picture {
  readonly picture: string;
  readonly isWritten: boolean;
}

/**
 * Places where an element as it is drawn now is unlike the committed picture `committed/<name>.png`. None while pictures are written
 * (`CB_PICTURES=write`).
 */
export async function unlikeCommitted(element: Element, name: string): Promise<readonly string[]> {
  const { x, y, width, height } = element.getBoundingClientRect();
  const clip = { x: x + scrollX, y: y + scrollY, width, height };
  const file = `test/elements/pictures/committed/${name}.png`;
  const { picture, isWritten } = await executeServerCommand<Picture, object>('take-picture', { clip, file });
  if (isWritten) return [];
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

/** Where two pictures are unlike: the real pixels at which a tile begins whose pixels differ, or that they have not the same size. */
export function unlike(one: ImageData, other: ImageData): readonly string[] {
  if (one.width !== other.width || Math.abs(one.height - other.height) * SHRINK > LINE)
    return [
      `${one.width * SHRINK} × ${one.height * SHRINK} px, before ${other.width * SHRINK} × ${other.height * SHRINK} px`,
    ];
  const height = Math.min(one.height, other.height);
  const found: string[] = [];
  for (let top = 0; top < height; top += TILE) {
    for (let left = 0; left < one.width; left += TILE) {
      const [right, bottom] = [Math.min(left + TILE, one.width), Math.min(top + TILE, height)];
      let count = 0;
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) if (!isNear(one, other, x, y) || !isNear(other, one, x, y)) count += 1;
      if (count / (TILE * TILE) > MOST) found.push(`${left * SHRINK}, ${top * SHRINK}`);
    }
  }
  return found;
}

/** True when the other picture has a pixel like this one at the same place or next to it. */
function isNear(one: ImageData, other: ImageData, x: number, y: number): boolean {
  const at = (y * one.width + x) * 4;
  for (let down = -AROUND; down <= AROUND; down++) {
    for (let right = -AROUND; right <= AROUND; right++) {
      if (x + right < 0 || x + right >= other.width || y + down < 0 || y + down >= other.height) continue;
      const next = ((y + down) * other.width + x + right) * 4;
      if ([0, 1, 2].every((color) => Math.abs((one.data[at + color] ?? 0) - (other.data[next + color] ?? 0)) <= UNLIKE))
        return true;
    }
  }
  return false;
}
