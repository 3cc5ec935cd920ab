/** Highlights the code of samples, errors and guides with Shiki, while the site is built. */

import { createHighlighterCoreSync, type ThemeRegistrationRaw } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import go from 'shiki/langs/go.mjs';
import java from 'shiki/langs/java.mjs';
import js from 'shiki/langs/javascript.mjs';
import json from 'shiki/langs/json.mjs';
import python from 'shiki/langs/python.mjs';
import sh from 'shiki/langs/shellscript.mjs';
import ts from 'shiki/langs/typescript.mjs';
import yaml from 'shiki/langs/yaml.mjs';
import { escapeHtml } from './inline.ts';

/** The languages of the site's code blocks, by the names that guides use in a fence. */
export const CODE_LANGUAGES = [
  'ts',
  'js',
  'python',
  'go',
  'java',
  'sh',
  'json',
  'yaml',
  'text',
] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];
/** A kind of token has a class, `c-comment`, and a colour for each theme in `styles/code.css`. */
export type TokenKind = 'comment' | 'string' | 'number' | 'word' | 'key' | 'call';
export interface Token {
  readonly kind: TokenKind | undefined;
  readonly text: string;
}

/** The grammar scopes of each kind. `plain` excludes parts of strings. */
const SCOPES: Record<TokenKind | 'plain', string[]> = {
  plain: ['meta.template.expression', 'punctuation.separator.key-value', 'string.unquoted'],
  comment: ['comment'],
  string: ['string'],
  number: ['constant.numeric'],
  word: [
    'constant.language',
    'keyword.control',
    'keyword.operator.expression',
    'keyword.operator.new',
    'storage',
    'support.type.primitive',
    'variable.language',
  ],
  key: [
    'constant.other.option',
    'entity.name.tag.yaml',
    'meta.object-literal.key',
    'support.type.property-name',
    'variable.parameter.function-call',
  ],
  call: [
    'entity.name.command',
    'entity.name.function',
    'meta.function-call.generic',
    'support.function',
  ],
};

/** A theme whose colours are names of kinds, so that pages get classes and no style attributes. */
const theme: ThemeRegistrationRaw = {
  name: 'kinds',
  fg: 'plain',
  bg: 'none',
  settings: Object.entries(SCOPES).map(([foreground, scope]) => ({
    scope,
    settings: { foreground },
  })),
};

const highlighter = createHighlighterCoreSync({
  themes: [theme],
  langs: [ts, js, python, go, java, sh, json, yaml],
  engine: createJavaScriptRegexEngine(),
});

/** Cached, because the pages of both languages show the same code. */
const cache = new Map<string, readonly Token[]>();

/** Splits code into tokens, which together are the whole code. */
export function tokenizeCode(code: string, language: CodeLanguage): readonly Token[] {
  const key = `${language}\n${code}`;
  const found = cache.get(key) ?? runHighlighter(code, language);
  cache.set(key, found);
  return found;
}

function runHighlighter(code: string, language: CodeLanguage): Token[] {
  const lines = highlighter.codeToTokensBase(code, {
    lang: language,
    theme: theme.name as string,
    // No limit: by default, Shiki leaves the rest of a line uncoloured on a slow machine.
    tokenizeTimeLimit: 0,
  });
  return lines.flatMap((line, index) => [
    ...(index > 0 ? [{ kind: undefined, text: '\n' }] : []),
    ...line.map(({ content, color }) => ({ kind: getKind(color), text: content })),
  ]);
}

const getKind = (color: string | undefined): TokenKind | undefined =>
  color && color !== 'plain' && Object.hasOwn(SCOPES, color) ? (color as TokenKind) : undefined;

/** Tests if the highlighter knows a language. */
export const isCodeLanguage = (name: string): name is CodeLanguage =>
  CODE_LANGUAGES.some((language) => language === name);

/** Renders code as HTML, with every `mark` in bold. */
export function highlight(code: string, language: CodeLanguage, mark?: string): string {
  const html = tokenizeCode(code, language)
    .map(({ kind, text }) =>
      kind ? `<span class="c-${kind}">${escapeHtml(text)}</span>` : escapeHtml(text),
    )
    .join('');
  return mark ? html.replaceAll(escapeHtml(mark), `<b>${escapeHtml(mark)}</b>`) : html;
}
