/**
 * Maps the words of the docs' feature metadata to those of the manifest. They vary between copies.
 */

/**
 * A row of the table. Next to a label for the runtime endpoints, "Amazon Bedrock" means the
 * Messages endpoint; otherwise it means all endpoints.
 */
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

/** A label of one of Bedrock's older endpoints. */
const RUNTIME = /^amazon bedrock \((?:invokemodel|legacy|bedrock-runtime|converse)\)$/;

/** Finds the platforms of a label; `undefined` if the table has no row. */
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

/** Finds the platforms that a note excludes from those of a label. */
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

/** Reads the status of a word; `undefined` if the table does not have it. */
export const readStatus = (word: string): DocsStatus | undefined =>
  STATUS_WORDS[normalizeWords(word)];

/** Tests if zero data retention is possible; `undefined` for an unknown word. */
export function readZdr(word: string): boolean | undefined {
  const plain = normalizeWords(word);
  if (/^(?:not[- ]eligible|ineligible|no)\b/.test(plain)) return false;
  return /^(?:eligible|yes)\b/.test(plain) ? true : undefined;
}

/** Removes the date and the platform's wrapping from the id of a model. */
export const normalizeModel = (id: string): string => id.trim().replace(/[-@]20\d{6}$/, '');

const normalizeWords = (words: string): string =>
  words.trim().toLowerCase().replace(/_/g, ' ').replace(/\s+/g, ' ');
