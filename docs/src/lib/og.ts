/** The picture that a link to a page shows elsewhere: SVG from the data, PNG by resvg with fonts from a package, so without network. */
import { createRequire } from 'node:module';
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { en } from '../i18n/en.ts';
import type { Stage } from './catalog.ts';
import { escapeHtml } from './inline.ts';
import { type Colours, indexPixels, palettePng } from './png.ts';

/** What a picture says; names and titles stand there in English, in which one of them is always written. */
export interface Card {
  readonly title: string;
  readonly identifier?: string | undefined;
  readonly stage?: Stage | undefined;
  readonly line: string;
}

export const OG_SIZE = { width: 1200, height: 630 } as const;

/** The colours of the stages on light, as in theme.css. */
const STAGE_COLOUR: Record<Stage, readonly [string, string]> = {
  beta: ['#0b4a8f', '#dfecfb'],
  preview: ['#5a2ea6', '#ece4fb'],
  superseded: ['#6d4a00', '#fbeecb'],
  graduated: ['#17602d', '#def3e3'],
  'legacy-shape': ['#8a3a10', '#fce5d8'],
  retired: ['#55504a', '#ebe8e4'],
  internal: ['#17565f', '#dcf0f2'],
};

const MARGIN = 80;
const WIDTH = OG_SIZE.width - 2 * MARGIN;
/** A letter of the fonts is this much of their size wide; enough to break lines by. */
const LETTER = { sans: 0.56, mono: 0.6 };

/** Where the words of a card stand. The rest is the same on every card of a stage, and drawn once. */
const WORDS = { top: 200, height: 345 } as const;
const PAPER = '#faf8f5';

/** What every card of a stage has. */
export function sheetSvg(stage?: Stage): string {
  const label = stage && en.stage[stage];
  const [ink, paper] = stage ? STAGE_COLOUR[stage] : ['', ''];
  const width = label ? label.length * 18 + 48 : 0;
  const left = OG_SIZE.width - MARGIN - width;
  return svg(
    0,
    OG_SIZE.height,
    `<rect width="16" height="100%" fill="#b5532a"/>`,
    text(MARGIN, 120, 34, '#55504a', 'beta-headers'),
    label ? `<rect x="${left}" y="80" width="${width}" height="56" rx="28" fill="${paper}"/>` : '',
    label
      ? `<text x="${left + width / 2}" y="119" font-family="Inter" font-weight="600" font-size="30" fill="${ink}" text-anchor="middle">${escapeHtml(label)}</text>`
      : '',
  );
}

/** What one card says. */
export function wordsSvg({ title, identifier, line }: Omit<Card, 'stage'>): string {
  const titleSize = 68;
  const lines = wrap(title, Math.floor(WIDTH / (titleSize * LETTER.sans)), 2);
  const idSize = identifier
    ? Math.min(44, Math.floor(WIDTH / (identifier.length * LETTER.mono)))
    : 0;
  const top = 270;
  return svg(
    WORDS.top,
    WORDS.height,
    `<rect y="${WORDS.top}" width="16" height="100%" fill="#b5532a"/>`,
    ...lines.map((words, index) => text(MARGIN, top + index * 80, titleSize, '#191816', words)),
    identifier
      ? text(MARGIN, top + lines.length * 80, idSize, '#8a3a10', identifier, 'JetBrains Mono')
      : '',
    text(MARGIN, 525, 30, '#55504a', line),
  );
}

/** A strip of the picture, as wide as it. */
function svg(top: number, height: number, ...parts: readonly string[]): string {
  const size = `width="${OG_SIZE.width}" height="${height}" viewBox="0 ${top} ${OG_SIZE.width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect y="${top}" width="100%" height="100%" fill="${PAPER}"/>${parts.join('')}</svg>`;
}

const require = createRequire(import.meta.url);
const fontFiles = (): string[] =>
  [
    '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
    '@expo-google-fonts/jetbrains-mono/600SemiBold/JetBrainsMono_600SemiBold.ttf',
  ].map((name) => require.resolve(name));
let font: ResvgRenderOptions['font'];

/** The pixels of a drawing. */
function draw(drawing: string): Uint8Array {
  font ??= { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: 'Inter' };
  return new Resvg(drawing, { font }).render().pixels;
}

interface Sheet {
  readonly colours: Colours;
  readonly rows: Uint8Array;
}
const sheets = new Map<Stage | undefined, Sheet>();

/** What cards of a stage share, in numbers of colours. */
function sheetOf(stage: Stage | undefined): Sheet {
  const colours: Colours = new Map();
  const sheet = sheets.get(stage) ?? {
    colours,
    rows: indexPixels(draw(sheetSvg(stage)), OG_SIZE.width, colours),
  };
  sheets.set(stage, sheet);
  return sheet;
}

/** The picture. */
export function ogPng({ stage, ...card }: Card): Uint8Array<ArrayBuffer> {
  const sheet = sheetOf(stage);
  const [colours, rows] = [new Map(sheet.colours), sheet.rows.slice()];
  rows.set(
    indexPixels(draw(wordsSvg(card)), OG_SIZE.width, colours),
    WORDS.top * (OG_SIZE.width + 1),
  );
  return palettePng(rows, OG_SIZE.width, colours);
}

function text(
  x: number,
  y: number,
  size: number,
  fill: string,
  words: string,
  family = 'Inter',
): string {
  return `<text x="${x}" y="${y}" font-family="${family}" font-weight="600" font-size="${size}" fill="${fill}">${escapeHtml(words)}</text>`;
}

/** Lines of at most `width` letters; what does not fit into the last ends in an ellipsis. */
export function wrap(words: string, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = `${(kept[most - 1] as string).slice(0, width - 2)} …`;
  return kept;
}
