/** Makes tarballs of every kind in memory, including malicious ones. */
import { gzipSync } from 'node:zlib';
import { Header } from 'tar';

/** An entry of the archive, which may be invalid. */
export interface Entry {
  readonly path: string;
  readonly text?: string;
  readonly type?: 'File' | 'SymbolicLink' | 'Link' | 'Directory' | 'CharacterDevice';
  readonly linkpath?: string;
  /** The size in the header, if it differs from the length of the text. */
  readonly claims?: number;
}

/** Makes an archive, not compressed. Written by hand, because a packer refuses most of these. */
export function archive(entries: Iterable<Entry>): Buffer {
  const blocks: Buffer[] = [];
  for (const { path, text = '', type = 'File', linkpath, claims } of entries) {
    const body = Buffer.from(text);
    const block = Buffer.alloc(512);
    new Header({
      path,
      type,
      size: claims ?? body.length,
      mode: 0o644,
      mtime: new Date(0),
      ...(linkpath !== undefined && { linkpath }),
    }).encode(block);
    blocks.push(block, body, Buffer.alloc((512 - (body.length % 512)) % 512));
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** Makes a package tarball with these files below `package/`. */
export function pack(files: ReadonlyMap<string, string> | Record<string, string>): Buffer {
  const list = files instanceof Map ? [...files] : Object.entries(files);
  return gzipSync(archive(list.map(([path, text]) => ({ path: `package/${path}`, text }))), {
    level: 1,
  });
}
