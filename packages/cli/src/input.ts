/** Reads the text that a command is given: a file, or stdin. */
import { open } from 'node:fs/promises';
import process from 'node:process';
import { CommandError } from './exit-code.ts';

/** The part of stdin that is used. */
export interface Input extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean | undefined;
}

/** The largest text that is read, which is more than any API accepts. */
const MAX_INPUT_BYTES: number = 40_000_000;

/**
 * Reads a file, or stdin for `-` and for no name.
 * @throws {CommandError} if it cannot be read, is too large or is no text
 */
export async function readInput(
  file: string | undefined,
  { stdin = process.stdin, note }: { stdin?: Input | undefined; note: (text: string) => void },
): Promise<string> {
  if (file !== undefined && file !== '-') return decodeText(await readFile(file), file);
  if (stdin.isTTY) note('Reading from the terminal; end with Ctrl+D.');
  return decodeText(await readAll(stdin), 'stdin');
}

async function readAll(stdin: Input): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stdin) {
    const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part;
    length += bytes.length;
    if (length > MAX_INPUT_BYTES) throw createSizeError('stdin');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; correct the path',
  EACCES: 'no permission to read it; give yourself read access',
  EPERM: 'no permission to read it; give yourself read access',
  EISDIR: 'it is a folder; give a file',
  ENOTDIR: 'a part of the path is no folder; correct the path',
  ELOOP: 'its symbolic links form a loop; give the file itself',
  ENAMETOOLONG: 'the name is too long; to give a text, send it to stdin',
};

async function readFile(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      // A file that is too large is never read.
      if ((await file.stat()).size > MAX_INPUT_BYTES) throw createSizeError(path);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`cannot read ${path}: ${describeReadError(error)}`);
  }
}

/** Says why a file cannot be read, and what to do. */
export function describeReadError(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}

const createSizeError = (name: string): CommandError =>
  new CommandError(
    `${name} is larger than ${MAX_INPUT_BYTES / 1_000_000} MB, which no API accepts; ` +
      'give only the request',
  );

/**
 * Decodes UTF-8, and UTF-16 with its mark, which PowerShell writes.
 * @throws {CommandError} with the place of the first byte that is neither
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { line, column } = findInvalid(bytes);
    throw new CommandError(
      `${name}:${line}:${column}: this is not UTF-8; convert it, such as with iconv -t UTF-8`,
    );
  }
}

/** Finds the first byte that is not UTF-8. The column counts bytes. */
function findInvalid(bytes: Uint8Array): { line: number; column: number } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let low = 0;
  let high = bytes.length;
  // The longest prefix that a stream accepts ends before the byte.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isValid(bytes.subarray(0, middle), decoder)) low = middle;
    else high = middle - 1;
  }
  const before = bytes.subarray(0, low);
  const lastBreak = before.lastIndexOf(10);
  let line = 1;
  for (const byte of before) if (byte === 10) line += 1;
  return { line, column: low - lastBreak };
}

function isValid(bytes: Uint8Array, decoder: TextDecoder): boolean {
  try {
    decoder.decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  } finally {
    // Forgets an incomplete character at the end.
    try {
      decoder.decode();
    } catch {}
  }
}
