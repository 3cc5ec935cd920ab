/** The shelves of the catalog in the order in which the site shows them. */
import type { Family } from '@beta-headers/manifest';

export const FAMILY_ORDER: readonly Family[] = ['tools', 'context', 'thinking', 'output', 'files', 'models', 'agents', 'admin', 'client'];
