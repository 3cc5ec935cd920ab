/** Texts for readings that are no request. They never quote the text, which may hold secrets. */
import type { JsonProblem, NoneCode, NoneReading } from './types.ts';

export const TEXTS: Readonly<Record<NoneCode, readonly [why: string, hint: string]>> = {
  empty: ['The text is empty.', 'Give a request, a list of betas or an error.'],
  'too-long': ['The text is longer than 40 million characters.', 'Give only the request.'],
  'not-text': ['The value is not a string.', 'Give the text of a request, a list or an error.'],
  json: ['The JSON is broken.', 'Correct it at this place.'],
  'json-other': [
    'This JSON is neither a request to Claude nor an error: it has no `messages`, no `model` and no address.',
    'Give the body of the request, or the whole request with `url`, `headers` and `body`.',
  ],
  'json-scalar': [
    'This JSON is a single value and not an object.',
    'Give the body of a request, which is an object.',
  ],
  response: ['This is an answer of the API and not a request.', 'Give the request that was sent.'],
  'har-empty': [
    'This HAR has no request to the Claude API.',
    'Record again while the request is sent, or give only its entry.',
  ],
  html: ['This is HTML.', 'Give the request, or the error text that the page shows.'],
  binary: ['This is binary data.', 'Give a text.'],
  'curl-quote': ['A quotation of the command does not end.', 'Close it, or copy it whole.'],
  'curl-url': [
    'The command has no address.',
    'Add the address, such as https://api.anthropic.com/v1/messages.',
  ],
  elsewhere: [
    'This request does not go to a Claude API: neither its address nor its headers or body show one.',
    'Give a request with the address of the API, or with the path that your gateway uses.',
  ],
  model: [
    'This is the name of a model and not of a beta.',
    'Give a request with this model, or the betas that you send.',
  ],
  'other-model': [
    'This is a request to a model of another vendor and not to Claude.',
    'Give a request to a Claude model, or add the address if a gateway gives Claude this name.',
  ],
  code: [
    'No call of the API and no beta can be read in this code. Calls with literal values are read.',
    'Give the lines that call the API, such as `client.messages.create(…)`, or the JSON of the request.',
  ],
  prose: [
    'There is no request, no list of betas and no known error in this text.',
    'Give a JSON body, a cURL command, code that calls the API, a header or an error.',
  ],
  unreadable: ['This text cannot be read.', 'Give only the request.'],
};

export const PROBLEMS: Readonly<Record<JsonProblem, readonly [why: string, hint: string]>> = {
  value: ['a value is expected', 'write a text in quotation marks, a number, true, false or null'],
  name: ['a name in quotation marks is expected', 'put quotation marks around the name'],
  colon: ['a colon is missing after the name', 'write a colon'],
  comma: ['a comma or a closing bracket is missing', 'write a comma between two values'],
  trailing: ['a comma is before the closing bracket', 'remove the comma'],
  end: ['the text ends too early', 'copy it whole, or close its brackets'],
  string: ['a text does not end, or has a line break', 'close its quotation marks; write \\n'],
  escape: ['an escape is not allowed in JSON', 'double the backslash'],
  number: ['a number is not written as in JSON', 'write digits without leading zeros or spaces'],
  comment: ['JSON has no comments', 'remove the comment'],
  quote: ['JSON has only double quotation marks', 'write " instead'],
  extra: ['something follows after the end', 'remove it, or give one JSON text a line'],
};

/** Adds the sentences to a reading that is no request. */
export function describeNone(reading: NoneReading): NoneReading {
  const { code, problem, at } = reading;
  if (problem === undefined) {
    const [why, hint] = TEXTS[code];
    return { ...reading, why, hint };
  }
  const [why, hint] = PROBLEMS[problem];
  return {
    ...reading,
    why: `The JSON is broken in line ${at?.line ?? 1}, column ${at?.column ?? 1}: ${why}.`,
    hint: `${hint[0]?.toUpperCase()}${hint.slice(1)}.`,
  };
}
