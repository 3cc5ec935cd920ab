/** Which rules of html-validate count: those of the standard. What it has opinions on (spelling of void tags, inline style) does not. */
import type { RuleConfig } from 'html-validate';

export const rules: RuleConfig = {};
