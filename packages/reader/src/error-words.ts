/** Words of errors. A text without them is no error, whatever the classifier knows. */

/** The longest part of a text in which the words and the status are looked up. */
export const LOOKED_AT = 200_000;

/** Words that only errors have. Any of them shows an error, also one that is not about betas. */
const WORDS =
  /\b(?:(?:invalid_request|authentication|permission|not_found|rate_limit|api|overloaded|billing|timeout)_error|ValidationException|AccessDeniedException|ThrottlingException|ResourceNotFoundException|ModelErrorException|(?:BadRequest|RateLimit|Authentication|Unauthorized|PermissionDenied|APIStatus|NotFound|InternalServer|API)(?:Error|Exception)|exceptions?\.[A-Z]\w{2,60}: [45]\d\d|INVALID_ARGUMENT|FAILED_PRECONDITION|RESOURCE_EXHAUSTED|PERMISSION_DENIED|HTTP(?:Status)?Error|Traceback \(most recent call last\)|(?:Error code|status code|HTTP error|API Error|HTTP\/[\d.]+):? ?[45]\d\d)\b/i;
/** Tests if a text has the words of an error. */
export const hasErrorWords = (text: string): boolean => WORDS.test(text.slice(0, LOOKED_AT));

/** Parts of words of which every wording that the classifier knows has one. */
const KNOWN =
  /beta|-20\d\d|fast|context|disallowed|unexpected|not\s+exist|oauth|deprecated|extra|inattendu|input\s+(?:tag|should)|requests\.\d|\/v1\//i;

/**
 * Tests if a text can be an error. What follows a request in code, such as a line that prints the
 * answer, mostly cannot, and a page need not load the classifier for it.
 */
export const mayBeError = (text: string): boolean => KNOWN.test(text) || hasErrorWords(text);

/** The answer of an API in a text above a request. A comment on headers is none. */
const QUOTED_ANSWER = /"type": ?"error"|invalid_request_error|ValidationException/;

/** Tests if the text above a request quotes an error. */
export const quotesAnswer = (before: string): boolean =>
  QUOTED_ANSWER.test(before.trimEnd().slice(-20_000));
