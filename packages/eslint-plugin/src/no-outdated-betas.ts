/** The rule `no-outdated-betas`: the findings of the scanner, as problems of ESLint. */
import { isAbsolute, relative } from 'node:path';
import {
  type Finding,
  needsTrial,
  PLATFORMS,
  type Platform,
  scanText,
} from '@beta-headers/cli/scan';
import type { Rule } from 'eslint';
import { isShallow } from './is-shallow.ts';

/** The options of the rule. */
export interface RuleOptions {
  /** The platforms that the project uses. Default: the Claude API. */
  readonly platforms?: readonly Platform[];
  /** Reports values that end within this number of days. */
  readonly failWithin?: number;
}

/** The kinds of findings that fail a scan. */
const KINDS = [
  'graduated',
  'superseded',
  'retired',
  'misspelt',
  'invented',
  'unavailable',
  'ending',
  'unused-ignore',
  'ignore-without-reason',
] as const;

/** The extensions that the scanner reads as code with scripts, and as data of other parsers. */
const KNOWN = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html?|json[c5]?|ya?ml|toml)$/i;

/** Reports betas that are out of date, misspelt, invented or not available. */
export const noOutdatedBetas: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow betas that are out of date, misspelt, invented or not available on the platforms of the project',
      url: 'https://beta-headers.github.io/beta-headers/guides/scan/#eslint',
      recommended: true,
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          platforms: {
            description: 'The platforms that the project uses. Default: the Claude API.',
            type: 'array',
            items: { enum: [...PLATFORMS] },
            minItems: 1,
            uniqueItems: true,
          },
          failWithin: {
            description: 'Reports values that end within this number of days.',
            type: 'integer',
            minimum: 0,
            maximum: 36_500,
          },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      ...Object.fromEntries(KINDS.map((kind) => [kind, '{{message}}'])),
      replace: 'Replace it with {{instead}}, which may need changes of the request.',
    },
  },
  create: (context) => ({
    Program: () => {
      for (const finding of findProblems(context)) report(context, finding);
    },
  }),
};

function findProblems(context: Rule.RuleContext): Finding[] {
  const { platforms, failWithin } = (context.options[0] ?? {}) as RuleOptions;
  const { text } = context.sourceCode;
  const path = choosePath(context);
  const findings = scanText(text, {
    path,
    // A long text is parsed only if its nesting is known; its types are values by tokens alone.
    ...(needsTrial(text, path) && { isParsable: isShallow(context.sourceCode) }),
    ...(platforms && { platforms }),
    ...(failWithin !== undefined && { failWithin, today: new Date().toISOString().slice(0, 10) }),
  });
  return findings.filter(({ level }) => level !== 'info');
}

/**
 * Returns the path from the project, because a folder above it may be called `test`. A text
 * without a known extension is read as TypeScript with JSX.
 */
function choosePath({ filename, cwd }: Rule.RuleContext): string {
  const path = isAbsolute(filename) ? relative(cwd, filename) : filename;
  return KNOWN.test(path) ? path : `${path}.tsx`;
}

function report(context: Rule.RuleContext, finding: Finding): void {
  const { kind, message, start, end, fix, instead } = finding;
  const { sourceCode } = context;
  context.report({
    messageId: kind,
    data: { message },
    loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
    ...(fix && { fix: (fixer) => fixer.replaceTextRange([fix.start, fix.end], fix.text) }),
    ...(instead !== undefined &&
      !fix &&
      isLiteral(finding, sourceCode.text) && {
        suggest: [
          {
            messageId: 'replace',
            data: { instead },
            fix: (fixer) => fixer.replaceTextRange([start, end], instead),
          },
        ],
      }),
  });
}

/** Tests if the place has the value itself, and not a constant of an SDK that names it. */
const isLiteral = ({ beta, start, end }: Finding, text: string): boolean =>
  text.slice(start, end) === beta;
