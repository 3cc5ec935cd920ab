/** Compiles all programs of Go or Java at once, and runs them against one address. */
import { expect } from 'vitest';
import { run, writePrograms } from './programs.ts';

/** A language with a compiler. */
interface Compiled {
  readonly extension: string;
  /** Puts program number `i` beside the others: each would have the only `main` otherwise. */
  readonly rename: (code: string, i: number) => string;
  /** A file that runs the program whose number is the argument. */
  readonly main: (count: number) => Readonly<Record<string, string>>;
  readonly compile: readonly string[];
  readonly start: readonly string[];
}

const list = (count: number, write: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => write(i)).join('');

const LANGUAGES: Readonly<Record<'go' | 'java', Compiled>> = {
  go: {
    extension: 'go',
    rename: (code, i) => code.replace('func main() {', `func program${i}() {`),
    main: (count) => ({
      'go.mod': 'module programs\n\ngo 1.19\n',
      'main.go': `package main

func main() {
${list(count, (i) => `\tprogram${i}()\n`)}}
`,
    }),
    compile: ['go', 'build', '-o', 'programs', '.'],
    start: ['./programs'],
  },
  java: {
    extension: 'java',
    rename: (code, i) => code.replace('public class Main {', `class Program${i} {`),
    main: (count) => ({
      'Main.java': `public class Main {
  public static void main(String[] arguments) throws Exception {
${list(count, (i) => `    Program${i}.main(arguments);\n`)}  }
}
`,
    }),
    compile: ['javac', '-Xlint:all', '-Werror', 'Main.java'],
    start: ['java', 'Main'],
  },
};

/** The address of a platform in the code: a text, or texts and variables that are joined. */
const ADDRESS =
  /(?<=url := |URI\.create\()"https:\/\/(?:[^"/]*" \+ (?:os\.Getenv|System\.getenv)\("\w+"\) \+ ")*[^"/]*/;

/** Compiles and runs programs one after the other. @throws if one fails */
export async function runCompiled(
  language: 'go' | 'java',
  name: string,
  codes: readonly string[],
  url: string,
): Promise<void> {
  const { extension, rename, main, compile, start } = LANGUAGES[language];
  const files = codes.map((code, i) => {
    expect(code.match(new RegExp(ADDRESS, 'g'))).toHaveLength(1);
    const local = code.replace(ADDRESS, `"${url}`);
    const file = language === 'java' ? `Program${i}` : `program${i}`;
    return [`${file}.${extension}`, rename(local, i)] as const;
  });
  const folder = writePrograms(name, { ...Object.fromEntries(files), ...main(codes.length) });
  const env = {
    GOCACHE: `${folder}/.go`,
    GOFLAGS: '-mod=mod',
    AWS_BEARER_TOKEN_BEDROCK: 'none',
    GOOGLE_ACCESS_TOKEN: 'none',
    PROJECT: 'p',
    REGION: 'global',
    WORKSPACE_ID: 'w',
  };
  for (const [command = '', ...args] of [compile, start]) {
    const { code, output } = await run(command, args, { cwd: folder, env });
    expect(code, output).toBe(0);
  }
}
