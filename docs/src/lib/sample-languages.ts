/** The languages in which the site shows requests. */
export const SAMPLE_LANGUAGES = ['node', 'deno', 'python', 'curl'] as const;
export type SampleLanguage = (typeof SAMPLE_LANGUAGES)[number];
