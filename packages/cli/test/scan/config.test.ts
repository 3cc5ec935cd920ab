/** The configuration of the scanner. */
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/scan/node/config.ts';

describe('parseConfig', () => {
  it.each([
    ['a.yaml', 'platforms: [bedrock\n'],
    ['a.yaml', 'exclude: "dist\n'],
    ['a.json', '{ "platforms": ['],
  ])('has the place of a mistake once in %s: %s', (file, text) => {
    let message = '';
    try {
      parseConfig(file, text);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(/^a\.\w+:\d+:\d+: \S/);
    expect(message).not.toMatch(/\bline \d|:$/);
  });
});
