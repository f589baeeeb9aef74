import { PHOTO_MAX } from '../../contract/desk/coach-profile.ts';

/** Side of the square, in pixels: four times what the card shows it at. */
const SIDE = 256;

/** JPEG qualities, best first: the first whose address has at most `PHOTO_MAX` characters is used. */
const QUALITIES = [0.88, 0.75, 0.6, 0.4];

/**
 * The middle of a picture as a small square, `data:image/jpeg;base64,…`. Rejects for a file that the browser cannot read as a picture,
 * and for a picture that is too long at every quality.
 */
export async function photoOf(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file);
  const cut = Math.min(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.min(SIDE, cut);
  const brush = canvas.getContext('2d');
  if (!brush) throw new TypeError('This browser has no canvas');
  // JPEG has no transparency: transparent parts become white.
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  const [left, top] = [(picture.width - cut) / 2, (picture.height - cut) / 2];
  brush.drawImage(picture, left, top, cut, cut, 0, 0, canvas.width, canvas.height);
  picture.close();
  const addresses = QUALITIES.map((quality) => canvas.toDataURL('image/jpeg', quality));
  const fitting = addresses.find((address) => address.length <= PHOTO_MAX);
  if (!fitting) throw new TypeError('This picture stays too large');
  return fitting;
}
