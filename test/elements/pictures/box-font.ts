/**
 * A font in which every letter of the scripts that are tested is the same box, and every blank the same gap. With it a page has the same
 * lines and the same pixels on each machine, whatever fonts are installed. TrueType as in the OpenType specification 1.9.
 */
export function boxFont(): ArrayBuffer {
  const box = glyph();
  const tables: Readonly<Record<string, readonly number[]>> = {
    'OS/2': [
      ...u16(4, ADVANCE, 400, 5, 0),
      ...u16(650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
      ...Array(10).fill(0),
      ...Array(16).fill(0),
      ...ascii('TEST'),
      ...u16(0x40, 0x20, 0xffff, ASCENT, 0xffff & -DESCENT, 0, ASCENT, DESCENT),
      ...u32(1, 0),
      ...u16(BOX, BOX, 0, 0x20, 0),
    ],
    cmap: cmap(),
    glyf: box,
    head: [
      ...u32(0x10000, 0x10000, 0, 0x5f0f3cf5),
      ...u16(3, EM),
      ...u32(0, 0, 0, 0),
      ...u16(0, 0, BOX, BOX, 0, 8, 2, 1, 0),
    ],
    hhea: [...u32(0x10000), ...u16(ASCENT, 0xffff & -DESCENT, 0, ADVANCE, 0, 0, BOX, 1, 0, 0, 0, 0, 0, 0, 0, GLYPHS)],
    hmtx: u16(ADVANCE, 0, ADVANCE, 0, GAP, 0),
    loca: u32(0, 0, box.length, box.length),
    maxp: [...u32(0x10000), ...u16(GLYPHS, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
    name: name(),
    post: [...u32(0x30000, 0), ...u16(0, 0), ...u32(0, 0, 0, 0, 0)],
  };
  return file(tables);
}

const EM = 1000;
const [ADVANCE, GAP, BOX, ASCENT, DESCENT] = [500, 250, 440, 900, 250];
/** None, the box, and the gap. */
const GLYPHS = 3;
/** Latin with marks, Hebrew, Arabic and its presentation forms, punctuation. */
const LETTERS = [
  [0x21, 0x24f],
  [0x590, 0x6ff],
  [0x750, 0x77f],
  [0x2010, 0x205e],
  [0x20a0, 0x20bf],
] as const;
const BLANKS = [0x20, 0xa0, 0x2009, 0x202f, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x061c];

const u16 = (...values: number[]) => values.flatMap((value) => [(value >> 8) & 255, value & 255]);
const u32 = (...values: number[]) =>
  values.flatMap((value) => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** A square on the base line: four points, padded to four bytes. */
function glyph(): number[] {
  const bytes = [
    ...u16(1, 0, 0, BOX, BOX, 3, 0),
    ...[1, 1, 1, 1],
    ...u16(0, 0, BOX, 0),
    ...u16(0, BOX, 0, 0xffff & -BOX),
  ];
  return [...bytes, ...Array(-bytes.length & 3).fill(0)];
}

/** Format 12, a group for each character: consecutive characters of one group would be different glyphs. */
function cmap(): number[] {
  const letters = LETTERS.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, on) => first + on));
  const all = [...letters.filter((letter) => !BLANKS.includes(letter)), ...BLANKS].sort((a, b) => a - b);
  const groups = all.flatMap((letter) => u32(letter, letter, BLANKS.includes(letter) ? 2 : 1));
  return [...u16(0, 1, 3, 10), ...u32(12), ...u16(12, 0), ...u32(16 + groups.length, 0, all.length), ...groups];
}

function name(): number[] {
  const texts = ['Boxes', 'Regular', 'Boxes Regular', 'Boxes Regular', '1.0', 'Boxes-Regular'].map((text) =>
    u16(...ascii(text)),
  );
  const records = texts.flatMap((text, id) => u16(3, 1, 0x409, id + 1, text.length, texts.slice(0, id).flat().length));
  return [...u16(0, texts.length, 6 + records.length), ...records, ...texts.flat()];
}

function file(tables: Readonly<Record<string, readonly number[]>>): ArrayBuffer {
  const names = Object.keys(tables).sort();
  let offset = 12 + 16 * names.length;
  const rows: number[] = [];
  const body: number[] = [];
  for (const tag of names) {
    const bytes = [...(tables[tag] ?? [])];
    const { length } = bytes;
    bytes.push(...Array(-length & 3).fill(0));
    rows.push(...ascii(tag), ...u32(checkSum(bytes), offset, length));
    body.push(...bytes);
    offset += bytes.length;
  }
  const entries = 2 ** Math.floor(Math.log2(names.length));
  const head = [
    ...u32(0x10000),
    ...u16(names.length, entries * 16, Math.log2(entries), names.length * 16 - entries * 16),
  ];
  return new Uint8Array([...head, ...rows, ...body]).buffer;
}

function checkSum(bytes: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(at, at + 4);
    sum = (sum + ((a << 24) | (b << 16) | (c << 8) | d)) >>> 0;
  }
  return sum;
}
