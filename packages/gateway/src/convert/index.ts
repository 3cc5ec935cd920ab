/** The conversion between the Messages form of clients and the forms of platforms. */
export { ConversionError } from './conversion-error.ts';
export { convert } from './convert.ts';
export { hideErrorText } from './responses.ts';
