/** Reads files into one buffer, and decodes only those that may have a finding. */
import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The reason why a file is not scanned. */
export type SkipReason = 'too-large' | 'binary' | 'not-utf8';

/** The result of reading a file. */
export type ReadFile =
  | { readonly text: string }
  | {
      readonly skipped: SkipReason;
      readonly size: number;
      /** The line of the first byte that is no UTF-8. */
      readonly line?: number;
    }
  | undefined;

/** A file without any of these has no finding. A search for bytes is faster than an expression. */
const DATE = Buffer.from('-20');
const OTHERS = ['AnthropicBeta', 'beta-headers-ignore'].map((text) => Buffer.from(text));
/** The date of an id; most texts after `-20` are none. */
const WHOLE_DATE = /-20\d\d-?\d\d-?\d\d/;
/** The part of a file in which a zero byte shows that it is binary. */
const HEAD = 8_192;

/** Creates a reader with a buffer of its own. */
export function createReader(maxSize: number): (path: string) => ReadFile {
  let buffer = Buffer.allocUnsafe(1 << 20);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (path) => {
    const descriptor = openSync(path, 'r');
    try {
      const { size } = fstatSync(descriptor);
      if (size > maxSize) return { skipped: 'too-large', size };
      if (size + 1 > buffer.length) buffer = Buffer.allocUnsafe(size + 1);
      const length = readAll(descriptor, buffer);
      const bytes = buffer.subarray(0, length);
      if (isUtf16(bytes)) return { skipped: 'not-utf8', size };
      if (!mayHaveFinding(bytes)) return undefined;
      if (bytes.subarray(0, HEAD).includes(0)) return { skipped: 'binary', size };
      return decode(decoder, bytes);
    } finally {
      closeSync(descriptor);
    }
  };
}

function mayHaveFinding(bytes: Buffer): boolean {
  if (OTHERS.some((needle) => bytes.includes(needle))) return true;
  return bytes.includes(DATE) && WHOLE_DATE.test(bytes.toString('latin1'));
}

const MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const WIDE_DATE = Buffer.from('-20', 'utf16le');

/** Tests for a text of Windows that may have a finding; in both byte orders `-20` looks alike. */
const isUtf16 = (bytes: Buffer): boolean =>
  MARKS.some((mark) => bytes.subarray(0, 2).equals(mark)) &&
  bytes.includes(WIDE_DATE.subarray(0, -1));

function readAll(descriptor: number, buffer: Buffer): number {
  let length = 0;
  for (;;) {
    const read = readSync(descriptor, buffer, length, buffer.length - length, null);
    length += read;
    if (read === 0 || length === buffer.length) return length;
  }
}

function decode(decoder: TextDecoder, bytes: Buffer): ReadFile {
  try {
    return { text: decoder.decode(bytes) };
  } catch {
    return { skipped: 'not-utf8', size: bytes.length, line: findBrokenLine(bytes) };
  }
}

/** Finds the first line that is no UTF-8, from 1. */
function findBrokenLine(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n');
  const at = lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1')));
  return at + 1;
}
