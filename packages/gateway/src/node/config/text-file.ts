/** Reads a text file that people write. */

/** A configuration is never larger; a larger file is another one. */
const MAX_BYTES = 2 ** 20;

/** The text, or a description of the problem that continues a sentence about the file. */
export type TextFile = { readonly text: string } | { readonly problem: string };

/** Reads a file as UTF-8. */
export async function readTextFile(
  file: string,
  read: (file: string) => Promise<Uint8Array>,
): Promise<TextFile> {
  let bytes: Uint8Array;
  try {
    bytes = await read(file);
  } catch (error) {
    return { problem: describeReadError(error) };
  }
  if (bytes.length > MAX_BYTES)
    return { problem: 'is larger than 1 MiB; give the path of a configuration' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? { problem: 'is empty; write the settings' } : { text };
  } catch {
    return { problem: 'is not UTF-8 text; save it as UTF-8' };
  }
}

function describeReadError(error: unknown): string {
  const { code } = Object(error) as { code?: unknown };
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'does not exist; correct the path';
    case 'EISDIR':
      return 'is a folder; give the path of a file';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read; give the user of the gateway the right to read it';
    default:
      return `cannot be read (${typeof code === 'string' ? code : 'unknown error'})`;
  }
}
