/** The pictures that links show. */

import { Resvg } from '@resvg/resvg-js';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { type Card, OG_SIZE, ogPng, sheetSvg, wordsSvg, wrap } from '../src/lib/og.ts';
import { type Colours, indexPixels, palettePng } from '../src/lib/png.ts';

const CARD: Card = {
  title: 'MCP connector',
  identifier: 'mcp-client-2025-11-20',
  stage: 'beta',
  line: 'What it opens, where it works',
};
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text as string);

describe('lines', () => {
  it('break between words and never hold more than their width', () => {
    expect(wrap('one two three four', 9, 3)).toEqual(['one two', 'three', 'four']);
    for (const line of wrap('the quick brown fox jumps over the lazy dog', 11, 9))
      expect(line.length).toBeLessThanOrEqual(11);
  });

  it('end in an ellipsis where there is no more room', () => {
    expect(wrap('one two three four five', 9, 2)).toEqual(['one two', 'three …']);
  });

  it('leave a word alone that is longer than a line', () => {
    expect(wrap('extraordinarily long', 5, 2)).toEqual(['extraordinarily', 'long']);
  });
});

describe('the drawing', () => {
  it('says the name, the identifier, the stage and the line', () => {
    expect(texts(sheetSvg('beta'))).toEqual(['beta-headers', 'Beta']);
    expect(texts(wordsSvg(CARD))).toEqual([
      'MCP connector',
      'mcp-client-2025-11-20',
      'What it opens, where it works',
    ]);
  });

  it('has no place for what there is not', () => {
    expect(texts(sheetSvg())).toEqual(['beta-headers']);
    expect(texts(wordsSvg({ title: 'beta-headers', line: 'x' }))).toEqual(['beta-headers', 'x']);
  });

  it('is well-formed whatever the texts hold', () => {
    const svg = wordsSvg({ ...CARD, title: '<b> & "quotes"', line: "it's </svg>" });
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toContain('<b>');
  });

  it('makes a long identifier smaller, so that it stays in the picture', () => {
    const size = (identifier: string): number =>
      Number(
        /font-family="JetBrains Mono"[^>]*font-size="(\d+)"/.exec(
          wordsSvg({ ...CARD, identifier }),
        )?.[1],
      );
    const long = 'mid-conversation-system-clear-at-2026-08-21-and-more';
    expect(size(long)).toBeLessThan(size('effort-2025-11-24'));
    expect(size(long) * long.length * 0.6).toBeLessThanOrEqual(OG_SIZE.width - 160);
  });
});

describe('the picture', () => {
  it('is a PNG of the size that the pages tell, and the same each time', () => {
    const png = Buffer.from(ogPng(CARD));
    expect(png.subarray(0, 8)).toEqual(
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    );
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([OG_SIZE.width, OG_SIZE.height]);
    expect(Buffer.from(ogPng(CARD)).equals(png)).toBe(true);
    expect(Buffer.from(ogPng({ ...CARD, title: 'Another' })).equals(png)).toBe(false);
  });
});

describe('a PNG with a palette', () => {
  const RED = [255, 0, 0, 255];
  const BLUE = [0, 0, 255, 255];
  const png = (pixels: Uint8Array, width: number): Uint8Array => {
    const colours: Colours = new Map();
    return palettePng(indexPixels(pixels, width, colours), width, colours);
  };

  it('is read as the same picture by another program', () => {
    const pixels = Uint8Array.from([RED, BLUE, BLUE, RED, BLUE, BLUE, RED, RED, RED].flat());
    const picture = png(pixels, 3);
    // Wherever in memory they begin.
    expect(png(Uint8Array.from([0, ...pixels]).subarray(1), 3)).toEqual(picture);
    const href = `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="3" height="3"><image href="${href}" width="3" height="3" image-rendering="optimizeSpeed"/></svg>`;
    expect([...new Resvg(svg).render().pixels]).toEqual([...pixels]);
  });

  it('takes the numbers of colours that there are already', () => {
    const colours: Colours = new Map();
    indexPixels(Uint8Array.from(RED), 1, colours);
    expect([...indexPixels(Uint8Array.from([BLUE, RED].flat()), 2, colours)]).toEqual([0, 1, 0]);
  });

  it('is none where there are more colours than a palette holds', () => {
    const many = Uint8Array.from(
      Array.from({ length: 257 }, (_, index) => [index % 256, index >> 8, 7, 255]).flat(),
    );
    expect(() => png(many, 257)).toThrow('257 colours');
    expect(png(many.slice(0, 256 * 4), 256).length).toBeGreaterThan(0);
  });
});
