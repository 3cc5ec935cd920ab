/** The languages of the official SDKs as people write them. */
export const SDK_NAMES: Readonly<Record<string, string>> = {
  typescript: 'TypeScript',
  python: 'Python',
  go: 'Go',
  java: 'Java',
  ruby: 'Ruby',
  csharp: 'C#',
  php: 'PHP',
};
