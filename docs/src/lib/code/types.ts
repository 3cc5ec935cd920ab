/** The types of the code writer. */
import type { Platform } from '@beta-headers/core';

/** The languages in which the site writes requests, in the order of the tabs. */
export const CODE_LANGUAGES = [
  'typescript',
  'deno',
  'python',
  'boto3',
  'curl',
  'go',
  'java',
] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

/** The name of each language in the highlighter. */
export const GRAMMARS = {
  typescript: 'ts',
  deno: 'ts',
  python: 'python',
  boto3: 'python',
  curl: 'sh',
  go: 'go',
  java: 'java',
} as const satisfies Readonly<Record<CodeLanguage, string>>;

/** A file of a multipart request. The code reads it from the current directory. */
export interface CodeFile {
  /** The field of the form, `file`. */
  readonly field: string;
  /** A plain file name, `document.pdf`. */
  readonly name: string;
}

/** A request to write as code. It names no host: that comes from the platform. */
export interface CodeRequest {
  readonly platform: Platform;
  readonly method: string;
  /**
   * The path, with its query, as the Claude API has it: `/v1/messages`. For a body in the form of
   * Converse, `/model/{id}/converse`. Paths that do not begin with `/` are not written.
   */
  readonly path: string;
  /** The betas to send. The writer puts them where the platform reads them. */
  readonly betas: readonly string[];
  /** The model, if neither the body nor the path names it. */
  readonly model?: string | undefined;
  /** The body as the Claude API has it, or as Converse has it if the path says so. */
  readonly body?: unknown;
  /** The files of a form; the fields of `body` are then the other fields. */
  readonly files?: readonly CodeFile[] | undefined;
}
