/** Writes to the terminal: data to stdout, and everything else to stderr. */
import pc from 'picocolors';

/** The part of a stream that is used. */
export interface TextStream {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** Functions that colour a text, or return it unchanged. */
export type Colors = ReturnType<typeof pc.createColors>;

/** The two channels of a command. */
export interface Output {
  /** Writes data to stdout, with a line break. */
  readonly print: (text: string) => void;
  /** Writes a value to stdout as JSON in one line. */
  readonly printJson: (value: unknown) => void;
  /** Writes a message to stderr, with a line break. */
  readonly note: (text: string) => void;
  /** Writes an error to stderr, after the name of the program. */
  readonly fail: (text: string) => void;
  /** The colours of stdout. */
  readonly colors: Colors;
  /** The colours of stderr. */
  readonly noteColors: Colors;
}

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Creates the channels of a command. */
export function createOutput(stdout: TextStream, stderr: TextStream, env: Environment): Output {
  const noteColors = chooseColors(stderr, env);
  return {
    print: (text) => void stdout.write(`${text}\n`),
    printJson: (value) => void stdout.write(`${JSON.stringify(value)}\n`),
    note: (text) => void stderr.write(`${text}\n`),
    fail: (text) => void stderr.write(`${noteColors.red('error:')} ${text}\n`),
    colors: chooseColors(stdout, env),
    noteColors,
  };
}

/** Colours only a terminal that can show it. An empty `NO_COLOR` has no effect (no-color.org). */
function chooseColors(stream: TextStream, env: Environment): Colors {
  const isOff = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return pc.createColors(stream.isTTY === true && !isOff);
}

/** Escapes a text that has to stay on its line, such as a path with a line break. */
export const escapeLine = (text: string): string =>
  escapeControls(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t');

/** Escapes control characters, so that a text from elsewhere cannot control the terminal. */
export function escapeControls(text: string): string {
  return text.replace(/(?![\t\n])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
