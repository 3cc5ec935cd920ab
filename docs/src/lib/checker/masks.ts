/** The marks that the engine and the reader put in place of a value that may be a secret. */
import type { TextLanguage } from './decision-text.ts';

/** Translates marks such as `(13 characters)`, which are data and therefore English. */
export const translateMasks = (text: string, language: TextLanguage): string =>
  language === 'id' ? text.replace(/\((\d+) characters\)/g, '($1 karakter)') : text;
