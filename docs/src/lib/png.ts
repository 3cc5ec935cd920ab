/** PNG with a palette: a drawing of few colours is half as large as in true colour, and written in half the time. */
import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const compress = promisify(deflate);
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits a pixel, an index into the palette. */
const DEPTH_AND_KIND = [8, 3, 0, 0, 0];

/** The picture, from its opaque pixels as red, green, blue, alpha; nothing where it has more than 256 colours. */
export async function palettePng(pixels: Uint8Array, width: number, height: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  // Words begin at multiples of four; what does not is copied to where it does.
  const { buffer, byteOffset } = pixels.byteOffset % 4 === 0 ? pixels : Uint8Array.from(pixels);
  const words = new Uint32Array(buffer, byteOffset, width * height);
  const rowOf = (y: number): Buffer => Buffer.from(buffer, byteOffset + y * width * 4, width * 4);
  const indices = new Map<number, number>();
  // Each row begins with the number of its filter: none.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const [from, to] = [y * width, y * (width + 1) + 1];
    // Most rows are as the one above, and a row mostly is runs of one colour.
    if (y > 0 && rowOf(y).equals(rowOf(y - 1))) {
      rows.copyWithin(to, to - width - 1, to - 1);
      continue;
    }
    for (let x = 0, end = 0; x < width; x = end) {
      const word = words[from + x] as number;
      for (end = x + 1; end < width && words[from + end] === word; end += 1);
      const index = indices.get(word) ?? indices.size;
      indices.set(word, index);
      rows.fill(index, to + x, to + end);
    }
  }
  if (indices.size > 256) return undefined;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(DEPTH_AND_KIND, 8);
  const colours = Buffer.from(Uint32Array.from(indices.keys()).buffer);
  const palette = Buffer.from(colours.filter((_, at) => at % 4 !== 3));
  const parts = [SIGNATURE, chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', await compress(rows)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat(parts));
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
