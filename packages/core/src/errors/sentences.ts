/** Splits a message into the sentences about betas. */
import { leaveOutModels } from './names.ts';

const MAX_SENTENCES = 50;
const BREAK = /[.!?](?= |$)|;| \| | [-=]?[<>→] ?|(?<!\ba .?)\W(?=[45]\d\d\b)/;
/**
 * Matches a remark about the betas that were sent, which are not those that the sentence requires.
 */
const SENT = /\((?:sent|got|received)\b[^()]{0,500}\)/gi;

/** Splits a message into sentences, and keeps those that name a beta or contain the word. */
export function splitSentences(message: string): string[] {
  return message
    .split(BREAK)
    .filter((sentence) => /beta|-20\d\d-?\d\d-?\d\d/i.test(sentence))
    .slice(0, MAX_SENTENCES)
    .map((sentence) => leaveOutModels(sentence.replace(SENT, '')).trim());
}
