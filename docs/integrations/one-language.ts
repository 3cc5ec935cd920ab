/**
 * Leaves the texts of the other language out of the checker's workers. There is one worker a
 * language, `check-worker.{language}.ts`, and the engine's texts are a tenth of it. Writes the
 * patterns of errors shorter, too.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { type Row, writeShortRows } from './short-patterns.ts';

/** The used part of a Vite plugin. */
interface TextFilter {
  readonly name: string;
  readonly buildStart: (options: { readonly input: unknown }) => void;
  readonly load: (id: string) => string | undefined;
}

/** Makes the plugin. Vite makes one for each worker that it builds. */
export function keepOneLanguage(): TextFilter {
  let language: 'en' | 'id' | undefined;
  return {
    name: 'one-language',
    buildStart: ({ input }) => {
      const [name = ''] = Object.values(Object(input)).map(String);
      const found = /check-worker\.(en|id)\./.exec(basename(String(name)))?.[1];
      language = found as typeof language;
    },
    load: (id) => (language ? loadTexts(id.split('?', 1)[0] as string, language) : undefined),
  };
}

function loadTexts(id: string, language: 'en' | 'id'): string | undefined {
  const other = language === 'en' ? 'id' : 'en';
  if (id.endsWith(`/core/src/explain/${other}.ts`))
    return `export { ${language} as ${other} } from './${language}.ts';`;
  // The page adds the Indonesian sentences.
  if (language === 'id' && id.endsWith('/reader/src/none-texts-en.ts'))
    return 'export const describeNone = (reading) => reading;';
  // The page has the advice for refused requests in a file of rare facts.
  if (id.endsWith('/core/src/generated/fixes.ts')) return 'export const FIXES = {};';
  if (id.endsWith('/core/src/generated/errors.ts')) {
    const { ERROR_ROWS, PLATFORM_TITLES } = readConstants(id);
    const titles = `export const PLATFORM_TITLES = ${JSON.stringify(PLATFORM_TITLES)};`;
    return `${writeShortRows(Object.values(ERROR_ROWS ?? {}) as Row[])}\n${titles}`;
  }
  if (id.endsWith('/core/src/errors/advice-texts.ts')) {
    const { PLACEMENTS, TEXTS } = readConstants(id);
    return [
      writeBoth('PLACEMENTS', PLACEMENTS?.[language]),
      writeBoth('TEXTS', TEXTS?.[language]),
    ].join('\n');
  }
  return undefined;
}

/** Evaluates a module of constants. Vite cannot import modules while it builds a worker. */
function readConstants(id: string): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const { code } = transformSync(readFileSync(id, 'utf8'), { loader: 'ts', format: 'cjs' });
  return runInNewContext(`const module = {};\n${code}\nmodule.exports`);
}

/** Both names have the texts of one language, because English is the default of the engine. */
const writeBoth = (name: string, texts: unknown): string =>
  [
    `const of${name} = ${JSON.stringify(texts)};`,
    `export const ${name} = { en: of${name}, id: of${name} };`,
  ].join('\n');
