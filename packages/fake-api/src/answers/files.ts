/** /v1/files: uploads are kept in memory until `reset()`, and can be downloaded again. */
import { type Call, HttpError } from '../call.ts';
import { json } from '../errors.ts';
import { isLegacyShape } from './legacy.ts';
import { readPageById, readPageByToken } from './page.ts';

interface Stored {
  readonly meta: {
    readonly id: string;
    readonly type: 'file';
    readonly mime_type: string;
  } & Record<string, unknown>;
  readonly file: File;
}

/** The files of one fake API. */
export interface Files {
  upload(call: Call): Response;
  list(call: Call, query: URLSearchParams): Response;
  retrieve(id: string): Response;
  download(id: string): Response;
  delete(id: string): Response;
  clear(): void;
}

/** Creates an empty store of files. */
export function createFiles(): Files {
  const store = new Map<string, Stored>();
  const find = (id: string): Stored => {
    const stored = store.get(id);
    if (!stored) throw new HttpError(404, `File not found: ${id}`);
    return stored;
  };
  return {
    upload(call) {
      const file = call.body.kind === 'form' ? call.body.form.get('file') : undefined;
      if (!(file instanceof File))
        throw new HttpError(
          400,
          'file: Field required (send multipart/form-data with a part named `file`)',
        );
      const id = call.ids.next('file');
      const meta = {
        id,
        type: 'file' as const,
        filename: file.name,
        mime_type: file.type || 'application/octet-stream',
        size_bytes: file.size,
        created_at: new Date().toISOString(),
        downloadable: true,
        expires_at: null,
      };
      store.set(id, { meta, file });
      return json(meta);
    },
    list(call, query) {
      const data = [...store.values()].reverse().map(({ meta }) => meta);
      if (isLegacyShape(call)) return json(readPageById(data, query));
      const ids = query.getAll('ids').concat(query.getAll('ids[]'));
      if (ids.length > 0)
        return json({ data: data.filter(({ id }) => ids.includes(id)), next_page: null });
      return json(readPageByToken(data, query));
    },
    retrieve: (id) => json(find(id).meta),
    download(id) {
      const { meta, file } = find(id);
      return new Response(file, { headers: { 'content-type': meta.mime_type } });
    },
    delete(id) {
      store.delete(find(id).meta.id);
      return json({ id, type: 'file_deleted' });
    },
    clear: () => store.clear(),
  };
}
