/**
 * Reads places whose steps a client or a log has masked, `***.***.content.0` and
 * `[REDACTED].0.defer_loading`. Every regular expression here takes linear time.
 */

/** A masked step, in a form that the patterns of a place accept. No field has this name. */
export const MASKED = '_';

const WORD = 'redacted|masked|filtered|hidden|removed|omitted';
const MASK = `(?:\\*{1,40}|…{1,3}|\\[{1,2}(?:${WORD})\\]{1,2}|[<({]{1,2}(?:${WORD})[>)}]{1,2})`;
/** A mask before another step, as an index in brackets, or as the last step before a colon. */
const POSITIONS = [
  `(?<![\\w*…])${MASK}(?=\\]?[.[/#][\\w*…[<({])`,
  `(?<=\\w\\[)${MASK}(?=\\])`,
  `(?<=[\\w\\]][.[/#])${MASK}(?=:)`,
];
const STEPS = new RegExp(POSITIONS.join('|'), 'gi');
const SHOWN = /(?<![\w-])_(?![\w-])/g;

/** Replaces the masked steps of places in a text. A mask elsewhere is left as it is. */
export const nameMasks = (text: string): string => text.replace(STEPS, MASKED);

/** Shows the masked steps of a place. */
export const showMasks = (place: string): string => place.replace(SHOWN, '***');

/** Tests if a step of a place may be a name. A masked step may be any. */
export const isStep = (step: string | undefined, name: string | undefined): boolean =>
  step === name || step === MASKED;
