import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml } from '../src/server/http/escape-html.ts';
import { mailGallery } from './mail-gallery.ts';

// `npm run mails` writes every mail in every state into one page, to be opened in a browser and looked at.

const folder = join(import.meta.dirname, '../.cache/mails');
const all = await mailGallery();

mkdirSync(folder, { recursive: true });
const figures = all.map(([title, mail], index) => {
  const name = `${String(index + 1).padStart(3, '0')}.html`;
  writeFileSync(join(folder, name), mail.html);
  writeFileSync(join(folder, name.replace('.html', '.txt')), mail.text);
  if (mail.invitation) writeFileSync(join(folder, name.replace('.html', '.ics')), mail.invitation.content);
  const calendar = mail.invitation ? ` · <a href="${name.replace('.html', '.ics')}">.ics</a>` : '';
  return `<figure><figcaption><b>${escapeHtml(mail.subject)}</b><br>${escapeHtml(title)} · <a href="${name}">alone</a> · <a href="${name.replace('.html', '.txt')}">as text</a>${calendar}</figcaption>
<iframe src="${name}" title="${escapeHtml(title)}" sandbox loading="lazy"></iframe></figure>`;
});
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Mails</title><style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 1rem; display: grid; gap: 2rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)) }
figure { margin: 0; overflow-wrap: anywhere } iframe { width: 100%; height: 44rem; border: 1px solid; background: Canvas }
</style></head><body>${figures.join('\n')}</body></html>
`,
);
console.log(`${all.length} mails: ${join(folder, 'index.html')}`);
