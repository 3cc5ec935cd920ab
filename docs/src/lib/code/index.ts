/** Writes requests as code. */
export {
  CODE_LANGUAGES,
  type CodeFile,
  type CodeLanguage,
  type CodeRequest,
  GRAMMARS,
} from './types.ts';
export { writeCode } from './write-code.ts';
