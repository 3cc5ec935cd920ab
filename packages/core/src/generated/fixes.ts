// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.
/** What to do about a refusal, by code. Only what explains a plan carries it. */
export const FIXES: { readonly [code: string]: { readonly en: string; readonly id: string } } = {
  'model-suffix-fast': {
    en: 'Call the model under its name with the suffix -fast where the platform offers one, and leave `speed` out.',
    id: 'Panggil model dengan namanya berakhiran -fast bila platform menyediakannya, dan hilangkan `speed`.',
  },
};
