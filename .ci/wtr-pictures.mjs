import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The command `take-picture`: a PNG of the page inside the clip, in base64. With `CB_PICTURES=write` it is also written to the file, whose
 * pictures tests compare with.
 */
export const pictures = () => ({
  name: 'pictures',
  async executeCommand({ command, payload, session }) {
    if (command !== 'take-picture') return undefined;
    const { clip, file } = payload;
    const page = session.browser.getPage(session.id);
    const picture = await page.screenshot({ clip, fullPage: true, animations: 'disabled', caret: 'hide' });
    const isWritten = process.env.CB_PICTURES === 'write';
    if (isWritten) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, picture);
    }
    return { picture: picture.toString('base64'), isWritten };
  },
});
