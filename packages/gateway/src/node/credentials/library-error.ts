/** Describes the errors of the libraries of the clouds. */
import { CredentialError, type CredentialErrorCode } from '../../upstream/credential-error.ts';

/** An error of a library. */
interface LibraryError {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
}

/** A kind of error: the words in its name, code or message, and what they mean. */
export interface ErrorKind {
  readonly words: RegExp;
  readonly code: CredentialErrorCode;
  readonly fix: string;
}

/**
 * Imports an optional package.
 * @throws {CredentialError} if it is not installed
 */
export async function importOptional<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code } = Object(error) as LibraryError;
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error;
    throw new CredentialError(`the package ${name} is not installed`, {
      code: 'library-missing',
      fix: `run \`npm i ${name}\``,
    });
  }
}

/** Converts an error of a library, by the first kind whose words are in it. */
export function toCredentialError(
  source: string,
  error: unknown,
  kinds: readonly ErrorKind[],
  otherwise: string,
): CredentialError {
  if (error instanceof CredentialError) return error;
  const { name, code, message } = Object(error) as LibraryError;
  const text = [name, code, message].filter((part) => typeof part === 'string').join(' ');
  const kind = kinds.find(({ words }) => words.test(text.slice(0, 4000)));
  return new CredentialError(`${source}: ${summarizeMessage(message)}`, {
    code: kind?.code ?? 'refresh-failed',
    fix: kind?.fix ?? otherwise,
  });
}

/**
 * Takes the first line of a message, without what may be a token, an account or a person. Clients
 * of the gateway receive it.
 */
function summarizeMessage(message: unknown): string {
  if (typeof message !== 'string' || message.trim() === '') return 'unknown error';
  const [line = ''] = message.trim().split('\n');
  const sentences = line.slice(0, 400).split('. ');
  // A library's link to its documentation is replaced by the fix of this package.
  const kept = sentences.filter((one) => !/\bhttps?:\/\//.test(one));
  return (kept.length > 0 ? kept : sentences)
    .join('. ')
    .slice(0, 200)
    .replace(/arn:\S+|[\w+/=.-]{32,}|\b\d{12}\b|\S+@\S+/g, '[hidden]')
    .replace(/\.$/, '');
}
