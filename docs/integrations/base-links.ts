/** Puts the links of guides and concepts below the base of the site. */
import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import { addBase } from '../src/lib/links.ts';

type Plugin = Extract<
  NonNullable<SatteriProcessorOptions['hastPlugins']>[number],
  (context: never) => unknown
>;

/** Texts are written for the root, as `/check/`; a project page is below a folder. */
export const baseLinks: Plugin = () => ({
  name: 'base-links',
  element: {
    filter: ['a'],
    visit(node) {
      const href = node.properties['href'];
      if (typeof href !== 'string' || addBase(href) === href) return undefined;
      return { ...node, properties: { ...node.properties, href: addBase(href) } };
    },
  },
});
