/** The configuration of the scanner. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig, readConfig } from '../../src/scan/node/config.ts';
import { makeFolder } from '../support/temporary.ts';

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

  it.each([
    ['failWithin: 3\nplatfroms: [bedrock]\n', 'a.yaml:2:1: no key is called platfroms; did you'],
    [
      'exclude: [a]\nplatforms: [bedrok]\n',
      'a.yaml:2:1: platforms: no platform is called "bedrok"',
    ],
    ['\nfailWithin: soon\n', 'a.yaml:2:1: failWithin has to be a number of days'],
    ['{\n  "include": "src" }', 'a.yaml:2:3: include has to be a list of texts'],
  ])('has the place of a wrong key or value: %j', (text, message) => {
    expect(() => parseConfig('a.yaml', text)).toThrow(message);
  });
});

describe('readConfig', () => {
  it('says why a file cannot be read, and what to do', () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'bad.yaml'), Uint8Array.of(0x61, 0xc3, 0x28));
    expect(() => readConfig(folder, 'none.yaml')).toThrow(
      'none.yaml: cannot read the configuration: there is no such file; correct the path',
    );
    expect(() => readConfig(folder, '.')).toThrow('it is a folder; give a file');
    expect(() => readConfig(folder, 'bad.yaml')).toThrow('bad.yaml:1:3: this is not UTF-8');
  });
});
