/** The pictures that links to pages show. */
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { catalog } from '../src/lib/catalog.ts';
import { type Card, drawCard, listCards, OG_SIZE, renderPng, wrap } from '../src/lib/og.ts';

const CARD: Card = {
  title: 'MCP connector',
  identifier: 'mcp-client-2025-11-20',
  stage: 'beta',
  line: 'What it opens, where it works',
};
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text as string);

describe('lines', () => {
  it('break between words and are never too wide', () => {
    expect(wrap('one two three four', 9, 3)).toEqual(['one two', 'three', 'four']);
    for (const line of wrap('the quick brown fox jumps over the lazy dog', 11, 9))
      expect(line.length).toBeLessThanOrEqual(11);
  });

  it('end with an ellipsis if the text is too long', () => {
    expect(wrap('one two three four five', 9, 2)).toEqual(['one two', 'three …']);
  });

  it('do not break a word that is longer than a line', () => {
    expect(wrap('extraordinarily long', 5, 2)).toEqual(['extraordinarily', 'long']);
  });
});

describe('the drawing', () => {
  it('contains the name, the identifier, the stage and the line', () => {
    expect(texts(drawCard(CARD))).toEqual([
      'beta-headers',
      'Beta',
      'MCP connector',
      'mcp-client-2025-11-20',
      'What it opens, where it works',
    ]);
  });

  it('leaves out a missing identifier and a missing stage', () => {
    expect(texts(drawCard({ title: 'Site', line: 'x' }))).toEqual(['beta-headers', 'Site', 'x']);
  });

  it('is well-formed whatever the texts contain', () => {
    const svg = drawCard({ ...CARD, title: '<b> & "quotes"', line: "it's </svg>" });
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toContain('<b>');
  });

  it('shrinks a long identifier to fit into the picture', () => {
    const size = (identifier: string): number =>
      Number(
        /font-family="JetBrains Mono"[^>]*font-size="(\d+)"/.exec(
          drawCard({ ...CARD, identifier }),
        )?.[1],
      );
    const long = 'mid-conversation-system-clear-at-2026-08-21-and-more';
    expect(size(long)).toBeLessThan(size('effort-2025-11-24'));
    expect(size(long) * long.length * 0.6).toBeLessThanOrEqual(OG_SIZE.width - 160);
  });
});

describe('the picture', () => {
  it('is a PNG of the declared size, and the same each time', async () => {
    const png = Buffer.from(await renderPng(CARD));
    expect(png.subarray(0, 8)).toEqual(
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    );
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([OG_SIZE.width, OG_SIZE.height]);
    expect(Buffer.from(await renderPng(CARD)).equals(png)).toBe(true);
    expect(Buffer.from(await renderPng({ ...CARD, title: 'Another' })).equals(png)).toBe(false);
  });

  it('exists for the site and for every beta', () => {
    const cards = listCards();
    expect(cards['site']?.title).toBeTruthy();
    expect(Object.keys(cards)).toHaveLength(catalog.betas.length + 1);
    for (const { id, stage } of catalog.betas)
      expect(cards[`betas/${id}`]).toMatchObject({ identifier: id, stage });
  });
});
