/** Renders the code blocks of guides as `CodeBlock.astro` renders all others. */
import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import { messages } from '../src/i18n/index.ts';
import { CODE_LANGUAGES, isCodeLanguage, tokenizeCode } from '../src/lib/highlight.ts';

type Plugin = Extract<
  NonNullable<SatteriProcessorOptions['hastPlugins']>[number],
  (context: never) => unknown
>;
type Text = { type: 'text'; value: string };
type Element = {
  type: 'element';
  tagName: string;
  properties: Record<string, string | string[]>;
  children: (Element | Text)[];
};

/** @throws when a block names no language, or one that the highlighter does not know */
export const codeBlocks: Plugin = ({ fileURL }) => {
  const copy = messages(fileURL?.pathname.includes('/docs/id/') ? 'id' : 'en').copy;
  return {
    name: 'code-blocks',
    element: {
      filter: ['pre'],
      visit(node, context) {
        const code = node.children.find(
          (child) => child.type === 'element' && child.tagName === 'code',
        );
        if (code?.type !== 'element') return undefined;
        const name = String([code.properties['className'] ?? ''].flat()[0] ?? '');
        const language = name.replace('language-', '');
        if (!isCodeLanguage(language))
          throw new Error(
            `${fileURL?.pathname}: a code block in "${language}". ` +
              `Use one of ${CODE_LANGUAGES.join(', ')}, or add it to docs/src/lib/highlight.ts.`,
          );
        const text = context.textContent(code).replace(/\n$/, '');
        return makeElement(
          'div',
          { className: ['code-block', 'not-content'], dir: 'ltr', translate: 'no' },
          makeElement(
            'pre',
            {},
            makeElement('code', {}, ...tokenizeCode(text, language).map(makeSpan)),
          ),
          makeElement('bh-copy', {
            'data-from': 'code',
            'data-label': copy.code,
            'data-done': copy.done,
            'data-failed': copy.failed,
          }),
        );
      },
    },
  };
};

const makeSpan = ({
  kind,
  text: value,
}: ReturnType<typeof tokenizeCode>[number]): Element | Text =>
  kind
    ? makeElement('span', { className: [`c-${kind}`] }, { type: 'text', value })
    : { type: 'text', value };

const makeElement = (
  tagName: string,
  properties: Element['properties'],
  ...children: Element['children']
): Element => ({ type: 'element', tagName, properties, children });
