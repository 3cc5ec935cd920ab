/** Decides from the surroundings of a literal if its value is sent. */
import { type Role, readRole } from './content.ts';
import type { Frame, Site } from './frame.ts';
import {
  isAddName,
  isAssertionName,
  isCarrierName,
  isChangelog,
  isComparisonName,
  isFileName,
  isHeaderName,
  isListCall,
  isPrintName,
  isSentName,
  isSetCall,
  isTableName,
  isTestPath,
  isTypeName,
  normalizeName,
} from './names.ts';
import type { Candidate, Place } from './types.ts';

/** The use of a value. */
export interface Use {
  readonly place: Place;
  /** The value is certainly in the place of a beta, so that an unknown one can be reported. */
  readonly isCertain: boolean;
  readonly role: Role;
}

/** Facts about the file and the candidate. */
interface Facts {
  readonly path: string;
  readonly isCode: boolean;
  /** The candidate is a constant of an SDK. */
  readonly isConstant: boolean;
  /** The number of ids and constants in the file. */
  readonly count: number;
}

const readContent = ({ place, content, inner }: Site, start: number, end: number): Role =>
  place ? 'prose' : readRole(content, start - inner.start, end - start);

/** The number of betas from which a list is a table of names. */
const TABLE_SIZE = 5;

/** Classifies a candidate. Returns `undefined` if it is no beta at all. */
export function classify(candidate: Candidate, site: Site, facts: Facts): Use | undefined {
  if (site.isOther) return undefined;
  const { start, end } = candidate;
  const { path, isCode, isConstant } = facts;
  const role = isConstant ? 'list' : readContent(site, start, end);
  const use = readPlace(site, role);
  if (use === undefined) return undefined;
  const { isCertain } = use;
  const place = isListing(candidate, site, use.place, facts) ? 'type' : use.place;
  if (isChangelog(path)) return { place: 'changelog', isCertain, role };
  const isSent = place === 'sent' || place === 'value';
  if (isSent && isTestPath(path, isCode)) return { place: 'test', isCertain, role };
  return { place, isCertain, role };
}

/**
 * Files of SDKs list every beta as a constant of its name, `PDFS_2024_09_25 = "pdfs-2024-09-25"`,
 * and then every constant.
 */
function isListing(
  { id }: Candidate,
  { frames }: Site,
  place: Place,
  { isConstant, count }: Facts,
): boolean {
  if (place !== 'value' || count < TABLE_SIZE) return false;
  const name = normalizeName(id);
  return (
    isConstant || frames.some(({ names }) => names.some((one) => normalizeName(one).endsWith(name)))
  );
}

type Reading = Pick<Use, 'place' | 'isCertain'> | undefined;

function readPlace(site: Site, role: Role): Reading {
  const { frames, place } = site;
  if (place !== undefined) return { place, isCertain: false };
  if (site.isSent && role !== 'prose') return { place: 'sent', isCertain: true };
  const [first] = frames;
  const fromFrames = readFrames(frames, site.content);
  if (fromFrames?.place === 'comparison') return fromFrames;
  if (role === 'header') return { place: 'sent', isCertain: true };
  if (role === 'prose' || (site.isStatement && site.content.includes('\n')))
    return { place: 'prose', isCertain: false };
  if (first && isFile(first)) return undefined;
  if (fromFrames) return fromFrames;
  return isNamelessTable(frames) ? TABLE : { place: 'value', isCertain: false };
}

/** The length of the names that tools give to variables to make code smaller. */
const SHORT = 2;

/**
 * A set looks values up, and a list in a variable such as `e` may be for anything, unless a name
 * around it shows that its values are sent.
 */
function isNamelessTable(frames: readonly Frame[]): boolean {
  const names = frames.flatMap((one) => one.names);
  const all = [...names, ...frames.flatMap(({ callee }) => callee)];
  if (all.some((name) => /beta|header|anthropic|claude/i.test(name))) return false;
  const isShort = names.length > 0 && names.every((name) => name.length <= SHORT);
  return frames.some(
    ({ kind, count, callee }) =>
      count > 1 && ((kind === 'call' && isSetCall(callee)) || (kind === 'list' && isShort)),
  );
}

/** Returns the reading of the first frame that decides. */
function readFrames(given: readonly Frame[], content: string): Reading {
  const size = content.split(',').length;
  const isLine = size >= TABLE_SIZE;
  // A literal with a whole header is one entry of what is around it.
  const frames = given.map((frame) => ({ ...frame, count: frame.count - (size - 1) }));
  // An assertion may have the header in an object of its own.
  const isExpected = frames.some(
    ({ kind, callee }) => kind === 'call' && callee.some(isAssertionName),
  );
  if (isExpected) return { place: 'comparison', isCertain: false };
  let isLong = false;
  for (const [depth, frame] of frames.entries()) {
    const found = readFrame(frame, depth, isLine, isLong);
    if (found) return found;
    // A long list is a table of names, unless the name that it is bound to is sent.
    if (isLong && frame.names.length > 0) return TABLE;
    if (isTable(frame) && frame.kind !== 'list' && frame.kind !== 'call') return TABLE;
    isLong ||= isTable(frame);
  }
  return isLong ? TABLE : undefined;
}

const TABLE: Reading = { place: 'table', isCertain: false };

function readFrame(frame: Frame, depth: number, isLine: boolean, isLong: boolean): Reading {
  const { kind, names, callee, siblings, record, isMapped, isKey } = frame;
  const isUncertain = (place: Place): Reading => ({ place, isCertain: false });
  if (kind === 'type' || kind === 'enum') return isUncertain('type');
  if (frame.isCompared) return isUncertain('comparison');
  if (depth === 0 && isKey) return isUncertain('key');
  if (isMapped) return isUncertain('table');
  if (kind === 'call') {
    const [name = ''] = callee;
    if (isComparisonName(name)) return isUncertain('comparison');
    if (isTypeName(name)) return isUncertain('type');
    if (depth === 0 && isPrintName(name)) return isUncertain('prose');
  }
  if (isTableOf(names)) return isUncertain('table');
  if (names.some(isSentName)) return readSent(names, isLong && !isLine);
  if (record !== undefined && (isHeaderName(record) || isSentName(record)))
    return { place: 'sent', isCertain: true };
  if (kind === 'call' && siblings.some(isHeaderName)) return { place: 'sent', isCertain: true };
  if (kind === 'call' && isAdding(callee)) return { place: 'sent', isCertain: true };
  return undefined;
}

/** Tests if names bind a table. `valid_request.headers["anthropic-beta"]` is a place of betas. */
function isTableOf(names: readonly string[]): boolean {
  const isPlace = isSentName(names.at(-1) ?? '');
  return names.some((name) => isTableName(name) && !(isPlace && isCarrierName(name)));
}

/** A long list in a constant, `BETAS = [...]`, is more likely a table of names. */
function readSent(names: readonly string[], isLong: boolean): Reading {
  const isConstant = names.some((name) => /^[A-Z_]{4,}$/.test(name));
  return isConstant && isLong ? TABLE : { place: 'sent', isCertain: true };
}

/** `betas.push(…)`, `addBeta(…)`. */
function isAdding(callee: readonly string[]): boolean {
  const [name = '', receiver = ''] = callee;
  if (!isAddName(name)) return false;
  return /beta/i.test(name) || /beta/i.test(receiver);
}

function isTable({ kind, count, callee }: Frame): boolean {
  if (count < TABLE_SIZE) return false;
  return kind !== 'call' || isListCall(callee);
}

/** The innermost name says that the literal is a path, a tag or an address. */
function isFile({ kind, names, callee }: Frame): boolean {
  const name = names.at(-1);
  if (name !== undefined) return isFileName(name) && !names.some((one) => /beta/i.test(one));
  return kind === 'call' && isFileName(callee[0] ?? '');
}
