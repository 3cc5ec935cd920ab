/** Several betas in a request, by the place where a platform reads them. */
import type { BetaPlacement } from '@beta-headers/grammar';
import type { CodeLanguage } from './highlight.ts';

export const PLACEMENT: Readonly<
  Record<BetaPlacement, { readonly language: CodeLanguage; readonly code: string }>
> = {
  header: {
    language: 'text',
    code: 'anthropic-beta: first-beta,second-beta',
  },
  body: {
    language: 'json',
    code: [
      '{',
      '  "anthropic_version": "bedrock-2023-05-31",',
      '  "anthropic_beta": ["first-beta", "second-beta"]',
      '}',
    ].join('\n'),
  },
  converse: {
    language: 'json',
    code: [
      '{',
      '  "additionalModelRequestFields": {',
      '    "anthropic_beta": ["first-beta", "second-beta"]',
      '  }',
      '}',
    ].join('\n'),
  },
};
