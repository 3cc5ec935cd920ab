/**
 * The words of the docs' feature metadata → the words of the manifest. They vary between copies.
 */

/** The platforms that a label stands for; with several, the copy does not tell them apart. */
interface LabelRow {
  readonly label: RegExp;
  readonly platforms: readonly string[];
}

/** The first row that matches counts. Labels are matched without regard to case. */
export const PLATFORM_LABELS: readonly LabelRow[] = [
  { label: /^claude api$/, platforms: ['claude-api'] },
  { label: /^claude platform on aws$/, platforms: ['claude-on-aws'] },
  { label: /^amazon bedrock \((?:invokemodel|legacy)\)$/, platforms: ['bedrock'] },
  { label: /^amazon bedrock \(converse\)$/, platforms: ['bedrock-converse'] },
  {
    label: /^amazon bedrock \(bedrock-runtime\)$/,
    platforms: ['bedrock', 'bedrock-converse'],
  },
  {
    label: /^(?:claude in )?amazon bedrock \((?:bedrock-)?mantle\)$/,
    platforms: ['bedrock-mantle'],
  },
  { label: /^amazon bedrock$/, platforms: ['bedrock', 'bedrock-converse', 'bedrock-mantle'] },
  { label: /anthropic[- ]managed/, platforms: ['claude-on-google-cloud'] },
  {
    label: /^(?:google cloud|google cloud's vertex ai|(?:google )?vertex ai)(?: \(.*\))?$/,
    platforms: ['vertex'],
  },
  { label: /^google[- ]managed$/, platforms: ['vertex'] },
  { label: /^microsoft foundry \(?hosted on azure\)?$/, platforms: ['foundry-azure'] },
  { label: /^microsoft foundry(?: \(?hosted on anthropic\)?)?$/, platforms: ['foundry'] },
];

/** A label that says that it is one of Bedrock's older endpoints. */
const RUNTIME = /^amazon bedrock \((?:invokemodel|legacy|bedrock-runtime|converse)\)$/;

/**
 * The platforms of a label; `undefined` where the table has no row. Beside a label for the runtime
 * endpoints, plain "Amazon Bedrock" is the Messages endpoint; alone it is all of them.
 */
export function findPlatforms(
  label: string,
  beside: Iterable<string>,
): readonly string[] | undefined {
  const plain = normalizeWords(label);
  if (
    plain === 'amazon bedrock' &&
    [...beside].some((other) => RUNTIME.test(normalizeWords(other)))
  )
    return ['bedrock-mantle'];
  return PLATFORM_LABELS.find((row) => row.label.test(plain))?.platforms;
}

/** The platforms that the note of a label excludes. */
interface NoteRow {
  readonly label: RegExp;
  readonly note: RegExp;
  readonly excluded: string;
}

const EXCLUDING_NOTES: readonly NoteRow[] = [
  { label: /^microsoft foundry$/, note: /hosted on anthropic/, excluded: 'foundry-azure' },
];

/** The platforms on which a feature is not available, because a note wants another one. */
export const findExcluded = (label: string, note = ''): string[] =>
  EXCLUDING_NOTES.filter(
    (row) => row.label.test(normalizeWords(label)) && row.note.test(normalizeWords(note)),
  ).map(({ excluded }) => excluded);

/** The status of a feature on a platform, in the words of the manifest. */
export type DocsStatus = 'ga' | 'beta' | 'preview' | 'unavailable';

const STATUS_WORDS: Readonly<Record<string, DocsStatus>> = {
  ga: 'ga',
  stable: 'ga',
  available: 'ga',
  'generally available': 'ga',
  beta: 'beta',
  'public beta': 'beta',
  preview: 'preview',
  'research preview': 'preview',
  'not available': 'unavailable',
  'not supported': 'unavailable',
  unavailable: 'unavailable',
};

/** The status that a word means; `undefined` where the table does not have it. */
export const readStatus = (word: string): DocsStatus | undefined =>
  STATUS_WORDS[normalizeWords(word)];

/** Tells if zero data retention is possible; `undefined` where the word is another. */
export function readZdr(word: string): boolean | undefined {
  const plain = normalizeWords(word);
  if (/^(?:not[- ]eligible|ineligible|no)\b/.test(plain)) return false;
  return /^(?:eligible|yes)\b/.test(plain) ? true : undefined;
}

/** The id of a model without the date and the wrapping of a platform. */
export const normalizeModel = (id: string): string => id.trim().replace(/[-@]20\d{6}$/, '');

const normalizeWords = (words: string): string =>
  words.trim().toLowerCase().replace(/_/g, ' ').replace(/\s+/g, ' ');
