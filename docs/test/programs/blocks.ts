/** Reads the code blocks of the guides. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A code block of a guide. */
export interface Block {
  readonly guide: string;
  readonly index: number;
  readonly language: string;
  readonly text: string;
}

const content = fileURLToPath(new URL('../../src/content/docs', import.meta.url));

/**
 * The English guides and concept pages by name. The code is the same in both languages, as
 * guides.test.ts checks.
 */
export const GUIDE_TEXTS: readonly (readonly [guide: string, text: string])[] = globSync(
  '{guides,concepts}/*.mdx',
  { cwd: content },
)
  .sort()
  .map((file) => [basename(file, '.mdx'), readFileSync(join(content, file), 'utf8')] as const);

/** Every block of every guide, in order. */
export const BLOCKS: readonly Block[] = GUIDE_TEXTS.flatMap(([guide, text]) =>
  [...text.matchAll(/^( *)```(\w+)\n([\s\S]*?)\n\1```$/gm)].map(
    ([, indent, language, code], index): Block => {
      const lines = (code as string)
        .split('\n')
        .map((line) => line.slice((indent as string).length));
      return { guide, index, language: language as string, text: lines.join('\n') };
    },
  ),
);

/** The guides whose programs guide-clients.test.ts runs, each in a process of its own. */
export const CLIENT_GUIDES: readonly string[] = [
  'ai-sdk',
  'aws-sdk',
  'bun',
  'cloudflare-workers',
  'langchain',
  'mastra',
  'nextjs',
  'python',
  'see-what-is-sent',
];

/** A program of a guide, with the commands that run it and its output. */
export interface Program {
  readonly guide: string;
  /** From the comment in its first line. */
  readonly file: string;
  readonly source: string;
  /** The commands between the program and its output. */
  readonly commands: string;
  /** Undefined if the guide does not show it. */
  readonly output: string | undefined;
}

/** Lists the programs of a guide: the blocks whose first line is a comment with a file name. */
export function listPrograms(guide: string): Program[] {
  const programs: Program[] = [];
  for (const { language, text } of BLOCKS.filter((block) => block.guide === guide)) {
    const file = /^(?:\/\/|#) (\S+\.(?:ts|py))\n/.exec(text)?.[1];
    const last = programs.at(-1);
    if (file) programs.push({ guide, file, source: `${text}\n`, commands: '', output: undefined });
    else if (last && last.output === undefined && language === 'sh')
      programs[programs.length - 1] = { ...last, commands: `${last.commands}${text}\n` };
    else if (last && last.output === undefined && (language === 'text' || language === 'json'))
      programs[programs.length - 1] = { ...last, output: text };
  }
  return programs;
}
