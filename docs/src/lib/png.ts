/** PNG with a palette: a drawing of few colours is half as large as in true colour, and written in a fraction of the time. */
import { constants, crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits a pixel, an index into the palette. */
const DEPTH_AND_KIND = [8, 3, 0, 0, 0];
/** A drawing is runs of one colour: looking for anything else takes five times as long and saves a fifth. */
const RUNS = { strategy: constants.Z_RLE };

/** Colours, each a word of red, green, blue, alpha, with their numbers. */
export type Colours = Map<number, number>;

/** Rows of opaque pixels as numbers of their colours; colours that are new are added. Each row begins with the number of its filter: none. */
export function indexPixels(pixels: Uint8Array, width: number, colours: Colours): Uint8Array {
  // Words begin at multiples of four; what does not is copied to where it does.
  const { buffer, byteOffset, length } =
    pixels.byteOffset % 4 === 0 ? pixels : Uint8Array.from(pixels);
  const words = new Uint32Array(buffer, byteOffset, length / 4);
  const height = words.length / width;
  const rowOf = (y: number): Buffer => Buffer.from(buffer, byteOffset + y * width * 4, width * 4);
  const rows = new Uint8Array((width + 1) * height);
  let [last, index] = [-1, 0];
  for (let y = 0, to = 0; y < height; y += 1) {
    // Most rows are as the one above.
    if (y > 0 && rowOf(y).equals(rowOf(y - 1))) {
      rows.copyWithin(to, to - width - 1, to);
      to += width + 1;
      continue;
    }
    to += 1;
    for (let from = y * width; from < (y + 1) * width; from += 1) {
      const word = words[from] as number;
      if (word !== last) {
        last = word;
        index = colours.get(word) ?? colours.size;
        if (index === colours.size) colours.set(word, index);
      }
      rows[to++] = index;
    }
  }
  return rows;
}

/** The picture. @throws where it has more colours than a palette holds */
export function palettePng(
  rows: Uint8Array,
  width: number,
  colours: Colours,
): Uint8Array<ArrayBuffer> {
  if (colours.size > 256)
    throw new Error(
      `docs/src/lib/png.ts: a picture of ${colours.size} colours, and a palette holds 256. Draw it with fewer inks.`,
    );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length / (width + 1), 4);
  header.set(DEPTH_AND_KIND, 8);
  const words = Buffer.from(Uint32Array.from(colours.keys()).buffer);
  const palette = Buffer.from(words.filter((_, at) => at % 4 !== 3));
  const parts = [
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, RUNS)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
