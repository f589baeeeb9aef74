import { webAddress } from '../../domain/calendar/web-address.ts';
import { labelAlone } from '../../domain/language/label-alone.ts';
import { labelled } from '../../domain/language/labelled.ts';
import { escapeHtml } from '../http/escape-html.ts';
import { type Direction, isolate, plainSentence, plainText, runsAgainst } from './isolates.ts';
import { plainLine } from './plain-line.ts';

/** What a mail says, in order: its text and its HTML are made from it. */
export interface Letter {
  readonly language: string;
  readonly direction: Direction;
  /** The subject, heading, greeting and first sentence: of the table of texts, with names isolated. */
  readonly subject: string;
  readonly heading: string;
  readonly hello: string;
  readonly intro: string;
  /** Text of people, with line breaks. */
  readonly words?: string | undefined;
  /** Rows of a label and what it says. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly actions: readonly { readonly label: string; readonly address: string }[];
  /** Small lines at the end. */
  readonly footer: readonly string[];
  readonly unsubscribe?: { readonly label: string; readonly address: string } | undefined;
  readonly look: {
    readonly color?: string | undefined;
    readonly logo?: string | undefined;
    readonly name?: string | undefined;
  };
}

const USUAL_COLOR = '#0a5c7a';

/** The letter as plain text, lines ended by LF. */
export function letterText(letter: Letter): string {
  const { language, direction, hello, intro, words, facts, actions, footer, unsubscribe } = letter;
  const valueLines = (value: string) =>
    plainText(value)
      .split('\n')
      .map((line) => isolate(line, direction));
  const parts = [
    plainSentence(hello),
    plainSentence(intro),
    words && plainText(words),
    facts.map(([label, value]) => labelled(label, valueLines(value).join('\n  '), language)).join('\n'),
    ...actions.map(({ label, address }) => `${labelAlone(label, language)}\n${address}`),
    ['-- ', ...footer.map(plainLine)].join('\n'),
    unsubscribe && `${labelAlone(unsubscribe.label, language)}\n${unsubscribe.address}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/**
 * The letter as HTML: inline styles, because many readers drop style sheets; one sheet for dark mode and narrow screens, where it is
 * read. Without pictures it says the same. Language and direction stand on the table too, because many readers drop `html` and `body`.
 */
export function letterHtml(letter: Letter): string {
  const { language, direction, subject, heading, hello, intro, words, facts, actions, footer, unsubscribe } = letter;
  const color = /^#[0-9a-f]{6}$/i.test(letter.look.color ?? '') ? (letter.look.color ?? USUAL_COLOR) : USUAL_COLOR;
  const logo = webAddress(letter.look.logo);
  const name = escapeHtml(plainLine(letter.look.name ?? ''));
  const picture = logo
    ? `<img src="${escapeHtml(logo)}" alt="${name}" height="40" style="display:block;height:40px;max-width:100%;border:0;margin-bottom:16px">`
    : '';
  const rows = facts
    .map(
      ([label, value]) =>
        `<tr><th scope="row" class="soft" style="padding:6px 0;padding-inline-end:16px;text-align:start;vertical-align:top;font-weight:normal;overflow-wrap:normal;width:1%;color:#5a6470">${escapeHtml(label)}</th><td style="padding:6px 0;vertical-align:top;overflow-wrap:anywhere">${html(value, direction)}</td></tr>`,
    )
    .join('');
  const buttons = actions
    .map(
      ({ label, address }) =>
        `<p style="margin:0 0 12px"><a class="action" href="${escapeHtml(address)}" style="display:inline-block;padding:11px 19px;border:1px solid ${color};border-radius:8px;background:${color};color:${inkOn(color)};font-weight:600;text-decoration:none">${escapeHtml(label)}</a></p>`,
    )
    .join('');
  const small = footer.map((line) => `<p style="margin:0 0 4px">${html(line, direction)}</p>`).join('');
  const leave = unsubscribe
    ? `<p style="margin:8px 0 0"><a class="soft" href="${escapeHtml(unsubscribe.address)}" style="color:#5a6470">${escapeHtml(unsubscribe.label)}</a></p>`
    : '';
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${sentence(subject)}</title>
<style>
:root { color-scheme: light dark }
@media (prefers-color-scheme: dark) {
  .page { background: #12161a !important }
  .card { background: #1c2228 !important; color: #eef1f4 !important }
  .soft { color: #aab4be !important }
  .action { border-color: #7c8894 !important }
}
@media (max-width: 480px) { .cell { padding: 20px !important } }
</style></head>
<body class="page" style="margin:0;padding:0;background:#f2f4f6">
<table role="presentation" class="page" lang="${escapeHtml(language)}" dir="${direction}" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f4f6"><tr><td align="center" style="padding:16px 8px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;color:#1a2127;border-top:4px solid ${color};border-radius:8px"><tr><td class="cell" style="padding:32px;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;text-align:start;overflow-wrap:anywhere">
${picture}<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${sentence(heading)}</h1>
<p style="margin:0 0 8px">${sentence(hello)}</p>
<p style="margin:0 0 16px">${sentence(intro)}</p>
${words ? `<p style="margin:0 0 16px">${html(words, direction)}</p>` : ''}${rows ? `<table cellpadding="0" cellspacing="0" style="margin:0 0 20px;font:inherit;width:100%">${rows}</table>` : ''}
${buttons}<div class="soft" style="margin-top:24px;font-size:13px;color:#5a6470">${small}${leave}</div>
</td></tr></table></td></tr></table></body></html>
`;
}

/** A sentence of the texts as HTML. The isolates of names stay characters, which no mail program takes out. */
function sentence(text: string): string {
  return escapeHtml(plainSentence(text));
}

/** Text of people as HTML: escaped, line breaks kept, web addresses as links, and isolated where it is written the other way. */
function html(text: string, direction: Direction): string {
  const plain = plainText(text);
  const written = plain
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, index) => {
      const address = index % 2 === 1 ? webAddress(part) : undefined;
      return address ? `<a href="${escapeHtml(address)}">${escapeHtml(part)}</a>` : escapeHtml(part);
    })
    .join('')
    .replaceAll('\n', '<br>');
  return runsAgainst(plain, direction) ? `<span dir="auto" style="unicode-bidi:isolate">${written}</span>` : written;
}

/** Black or white, whichever is easier to read on the colour (WCAG 2.2, relative luminance). */
function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}
