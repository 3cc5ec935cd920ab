/** A message → its sentences, as far as they speak of betas. */
import { leaveOutModels } from './names.ts';

const MAX_SENTENCES = 50;
const BREAK = /[.!?](?= |$)|;| \| | [-=]?[<>→] ?|(?<!\ba .?)\W(?=[45]\d\d\b)/;
/** What was sent is not what the sentence asks for. */
const SENT = /\((?:sent|got|received)\b[^()]{0,500}\)/gi;

/** The sentences of a message that name a beta or the word. */
export function splitSentences(message: string): string[] {
  return message
    .split(BREAK)
    .filter((sentence) => /beta|-20\d\d-?\d\d-?\d\d/i.test(sentence))
    .slice(0, MAX_SENTENCES)
    .map((sentence) => leaveOutModels(sentence.replace(SENT, '')).trim());
}
