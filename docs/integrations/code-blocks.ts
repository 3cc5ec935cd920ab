/** The code blocks of guides as the site's other code looks: `CodeBlock.astro`, for what is Markdown. */
import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import { messages } from '../src/i18n/index.ts';
import { type CodeLanguage, isCodeLanguage, tokens } from '../src/lib/highlight.ts';

type Plugin = Extract<
  NonNullable<SatteriProcessorOptions['hastPlugins']>[number],
  (context: never) => unknown
>;
type Element = {
  type: 'element';
  tagName: string;
  properties: Record<string, string | string[]>;
  children: (Element | Text)[];
};
type Text = { type: 'text'; value: string };

/** @throws where a block has no language, or one without colours */
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
        const [language = ''] = [code.properties['className'] ?? []]
          .flat()
          .map((name) => String(name).replace('language-', ''));
        if (!isCodeLanguage(language))
          throw new Error(
            `${fileURL?.pathname}: a code block in "${language}". docs/src/lib/highlight.ts knows no such language.`,
          );
        return block(context.textContent(code).replace(/\n$/, ''), language, copy);
      },
    },
  };
};

function block(
  code: string,
  language: CodeLanguage,
  copy: ReturnType<typeof messages>['copy'],
): Element {
  const text = (value: string): Text => ({ type: 'text', value });
  const pieces = tokens(code, language).map(({ kind, text: piece }) =>
    kind ? element('span', { className: [`c-${kind}`] }, text(piece)) : text(piece),
  );
  return element(
    'div',
    { className: ['code-block', 'not-content'], dir: 'ltr', translate: 'no' },
    element('pre', {}, element('code', {}, ...pieces)),
    element('bh-copy', {
      'data-from': 'code',
      'data-label': copy.code,
      'data-done': copy.done,
      'data-failed': copy.failed,
    }),
  );
}

const element = (
  tagName: string,
  properties: Element['properties'],
  ...children: Element['children']
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
