/** Draws the pictures that links to pages show: SVG from the data, rendered to PNG by resvg. */
import { createRequire } from 'node:module';
import { type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js';
import { en } from '../i18n/en.ts';
import { getStartDate } from './betas.ts';
import { catalog, type Stage } from './catalog.ts';
import { escapeHtml, removeBackticks } from './inline.ts';

/** The texts of a picture, which are English for the pages of both languages. */
export interface Card {
  readonly title: string;
  readonly identifier?: string | undefined;
  readonly stage?: Stage | undefined;
  readonly line: string;
}

export const OG_SIZE = { width: 1200, height: 630 } as const;

/** The colours of the stages in the light theme of theme.css. */
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
/** The average width of a letter, relative to the size of the font. */
const LETTER = { sans: 0.56, mono: 0.6 };

/** Draws one card as SVG. */
export function drawCard({ title, identifier, stage, line }: Card): string {
  const titleSize = 68;
  const lines = wrap(title, Math.floor(WIDTH / (titleSize * LETTER.sans)), 2);
  const idSize = identifier
    ? Math.min(44, Math.floor(WIDTH / (identifier.length * LETTER.mono)))
    : 0;
  const top = 270;
  const parts = [
    `<rect width="100%" height="100%" fill="#faf8f5"/>`,
    `<rect width="16" height="100%" fill="#b5532a"/>`,
    drawText(MARGIN, 120, 34, '#55504a', 'beta-headers'),
    stage ? drawBadge(stage) : '',
    ...lines.map((words, index) => drawText(MARGIN, top + index * 80, titleSize, '#191816', words)),
    identifier
      ? drawText(MARGIN, top + lines.length * 80, idSize, '#8a3a10', identifier, 'JetBrains Mono')
      : '',
    drawText(MARGIN, 525, 30, '#55504a', line),
  ];
  const size = `width="${OG_SIZE.width}" height="${OG_SIZE.height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${parts.join('')}</svg>`;
}

/** Draws the stage in the upper right corner. */
function drawBadge(stage: Stage): string {
  const label = en.stage[stage];
  const [ink, paper] = STAGE_COLOUR[stage];
  const width = label.length * 18 + 48;
  const left = OG_SIZE.width - MARGIN - width;
  return (
    `<rect x="${left}" y="80" width="${width}" height="56" rx="28" fill="${paper}"/>` +
    `<text x="${left + width / 2}" y="119" font-family="Inter" font-weight="600" font-size="30" ` +
    `fill="${ink}" text-anchor="middle">${escapeHtml(label)}</text>`
  );
}

const require = createRequire(import.meta.url);
const FONTS: ResvgRenderOptions['font'] = {
  fontFiles: [
    '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
    '@expo-google-fonts/jetbrains-mono/600SemiBold/JetBrainsMono_600SemiBold.ttf',
  ].map((name) => require.resolve(name)),
  loadSystemFonts: false,
  defaultFontFamily: 'Inter',
};

/** Renders a card as PNG, in a thread of libuv beside the build. */
export async function renderPng(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const image = await renderAsync(drawCard(card), { font: FONTS });
  return Uint8Array.from(image.asPng());
}

/** Lists the cards by the name of their picture under `/og/`. */
export const listCards = (): Record<string, Card> => ({
  site: {
    title: en.catalog.title,
    identifier: 'anthropic-beta',
    line: `${en.features.count(catalog.betas.length)} · ${catalog.platforms.length} platforms`,
  },
  ...Object.fromEntries(
    catalog.betas.map((beta): [string, Card] => [
      `betas/${beta.id}`,
      {
        title: removeBackticks(beta.title.en),
        identifier: beta.id,
        stage: beta.stage,
        line: `anthropic-beta · since ${getStartDate(beta)}`,
      },
    ]),
  ),
});

function drawText(
  x: number,
  y: number,
  size: number,
  fill: string,
  words: string,
  family = 'Inter',
): string {
  const font = `font-family="${family}" font-weight="600" font-size="${size}"`;
  return `<text x="${x}" y="${y}" ${font} fill="${fill}">${escapeHtml(words)}</text>`;
}

/** Breaks words into lines of at most `width` letters, and ends the last in an ellipsis if cut. */
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
