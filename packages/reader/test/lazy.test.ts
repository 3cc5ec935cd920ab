/** The lazy reader gives the same readings. */
import { describe, expect, it } from 'vitest';
import { CODE_READERS } from '../src/code-readers.ts';
import { COMMAND_READERS } from '../src/commands.ts';
import { readText } from '../src/index.ts';
import { readTextLazily } from '../src/lazy.ts';
import { readLiteral, toLiteralBody } from '../src/literals.ts';
import { NotLoaded, readWith } from '../src/read-base.ts';
import { listFiles, readCases } from './support/cases.ts';

describe('readTextLazily', () => {
  it.each(listFiles())('reads %s as readText does', async (file) => {
    for (const { name, text, options } of readCases(file)) {
      const reading = await readTextLazily(text, options);
      expect(JSON.stringify(reading), name).toBe(JSON.stringify(readText(text, options)));
    }
  });
});

const refuse = (): never => {
  throw new NotLoaded('classify');
};

/** Tests if a text is read without the classifier of errors. */
const readsWithoutClassifier = (text: string): boolean => {
  try {
    readWith(
      text,
      {},
      {
        classify: refuse,
        literals: { readLiteral, toLiteralBody },
        commands: COMMAND_READERS,
        code: CODE_READERS,
      },
    );
    return true;
  } catch (error) {
    if (error instanceof NotLoaded) return false;
    throw error;
  }
};

describe('the classifier of errors', () => {
  it.each([
    '{"model": "claude-opus-5-5", "messages": []}',
    'skills-2025-10-02',
    'anthropic-beta: files-api-2025-04-14',
  ])('is not needed for %s', (text) => expect(readsWithoutClassifier(text)).toBe(true));

  it('is needed for an error', () => {
    expect(readsWithoutClassifier('400 invalid beta flag')).toBe(false);
  });
});
