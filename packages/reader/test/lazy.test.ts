/** The lazy reader gives the same readings. */
import { describe, expect, it } from 'vitest';
import { readText } from '../src/index.ts';
import { readTextLazily } from '../src/lazy.ts';
import { listFiles, readCases } from './support/cases.ts';

describe('readTextLazily', () => {
  it.each(listFiles())('reads %s as readText does', async (file) => {
    for (const { name, text, options } of readCases(file)) {
      const reading = await readTextLazily(text, options);
      expect(JSON.stringify(reading), name).toBe(JSON.stringify(readText(text, options)));
    }
  });
});
