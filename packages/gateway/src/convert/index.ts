/** The conversion between the Messages form of clients and the forms of platforms. */
export { ConversionError } from './conversion-error.ts';
export { convert } from './convert.ts';
export { mapModel } from './model.ts';
export { hideErrorText } from './responses.ts';
export type { Convert, ConvertedRequest, ConvertibleRequest } from './types.ts';
