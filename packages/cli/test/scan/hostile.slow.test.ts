/** The scan of broken and hostile texts in every language. */
import { describe, expect, it } from 'vitest';
import { scanText } from '../../src/scan/index.ts';

describe('scanText on hostile texts', () => {
  const LANGUAGES =
    'ts js vue py go java kt cs rb php rs swift r sh yaml toml json env ipynb md http dart pl';

  it.each(LANGUAGES.split(' '))('reads any text as %s without an error', (extension) => {
    const beta = '"anthropic-beta": "pdfs-2024-09-25"';
    const pieces = [
      '"',
      "'",
      '`',
      '{',
      '[',
      '(',
      '}',
      '\\',
      '/*',
      '#',
      '<<<X\n',
      '"""',
      '${',
      '%w[',
      '\n',
    ];
    for (const before of pieces)
      for (const after of pieces)
        for (const text of [
          `${before}${beta}${after}`,
          `${before}${after}`,
          `${after}${before}${beta}`,
        ])
          expect(scanText(`pdfs-2024-09-25 ${text}`, { path: `a.${extension}` })).toBeDefined();
  });

  it.each(LANGUAGES.split(' '))('takes linear time on hostile texts as %s', (extension) => {
    const unit = [
      '("',
      '[[',
      '{"a":',
      'a-',
      '-2024-07-31',
      '$a ',
      '"\\',
      '// ',
      'anthropic-beta: ',
    ];
    for (const part of unit) {
      const text = `pdfs-2024-09-25 ${part.repeat(Math.ceil(20_000 / part.length))}`;
      const start = process.cpuUsage();
      scanText(text, { path: `a.${extension}` });
      // CPU time in µs: another program does not turn it red.
      expect([part, process.cpuUsage(start).user < 5_000_000]).toEqual([part, true]);
    }
  });
});
