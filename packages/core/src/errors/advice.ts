/** What to do about an error, in a sentence or two. */
import { shownName } from '../header.ts';
import { docsOf, knownBetas } from '../table.ts';
import type { BetaErrorKind, Found } from './about-header.ts';

/** The languages that advice comes in. */
export type AdviceLanguage = 'en' | 'id';

type Line = BetaErrorKind | 'place' | 'leaked' | 'arrived' | 'idle' | 'opens' | 'asNeeded' | 'these';

/** `$b` the betas, `$f` the field. */
const TEXTS: Readonly<Record<AdviceLanguage, Readonly<Record<Line, string>>>> = {
  en: {
    unsupported: 'The platform, the model or your organization does not accept $b: leave it out of the anthropic-beta header',
    opens: ', and leave out what only it opens: $f',
    idle: '. Nothing is lost, because no header is needed for it any more',
    'unsupported-unnamed':
      'One value of the anthropic-beta header is not accepted here, and the answer does not say which: leave out what the request does not need$b',
    these: ' (sent: $b)',
    missing: 'The request needs $b: send it in the anthropic-beta header',
    place: '$f is only known with $b: send that in the anthropic-beta header, or leave the field out',
    arrived: '$b was sent and had no effect on $f: a gateway on the way may drop the header, or the model does not know the feature',
    leaked: '$f does not belong in the body: send its values in the anthropic-beta header',
    'not-enrolled': 'Your organization may not use $b yet: ask for access, or leave out the header and what it opens',
    'empty-header': 'The anthropic-beta header is empty: leave it out when there is nothing to send',
    conflict: '$b cannot be used in one request here: send one of them only',
    asNeeded: 'the beta',
  },
  id: {
    unsupported: 'Platform, model, atau organisasi Anda tidak menerima $b: hapus dari header anthropic-beta',
    opens: ', dan hapus juga yang hanya dibuka olehnya: $f',
    idle: '. Tidak ada yang hilang, karena header ini tidak diperlukan lagi',
    'unsupported-unnamed':
      'Salah satu nilai header anthropic-beta tidak diterima di sini, dan jawabannya tidak menyebut yang mana: hapus yang tidak diperlukan permintaan ini$b',
    these: ' (dikirim: $b)',
    missing: 'Permintaan ini memerlukan $b: kirim di header anthropic-beta',
    place: '$f hanya dikenal dengan $b: kirim di header anthropic-beta, atau hapus kolom itu',
    arrived: '$b sudah dikirim tetapi tidak berpengaruh pada $f: mungkin gateway membuang header itu, atau model tidak mengenal fiturnya',
    leaked: '$f tidak boleh ada di body: kirim nilainya di header anthropic-beta',
    'not-enrolled': 'Organisasi Anda belum boleh memakai $b: minta akses, atau hapus header beserta yang dibukanya',
    'empty-header': 'Header anthropic-beta kosong: jangan kirim header itu bila tidak ada isinya',
    conflict: '$b tidak dapat dipakai dalam satu permintaan di sini: kirim salah satu saja',
    asNeeded: 'beta ini',
  },
};

/** A sentence that a person can act on. It names betas and fields, and quotes nothing else of the error. */
export function adviceFor(found: Found, sent: readonly string[], language: AdviceLanguage): string {
  const texts = TEXTS[language] ?? TEXTS.en;
  const fill = (line: Line, betas: readonly string[], field = ''): string =>
    texts[line].replace('$f', () => field).replace('$b', () => (betas.length > 0 ? betas.map(shownName).join(', ') : texts.asNeeded));
  const { kind, betas, field } = found;
  const tail: string[] = [];
  if (kind === 'unsupported') {
    const known = betas.flatMap((id) => knownBetas.get(id) ?? []);
    const opens = known.flatMap((beta) =>
      (beta.opens ?? []).flatMap(({ at, is, in: values }) => (at ? [[at, ...(values ?? [is ?? []]).flat()].join(' ')] : [])),
    );
    if (opens.length > 0) tail.push(fill('opens', [], [...new Set(opens)].slice(0, 3).join(', ')));
    else if (known.length > 0 && known.every((beta) => beta.stage === 'graduated' || beta.stage === 'retired')) tail.push(texts.idle);
  }
  if (kind === 'unsupported-unnamed') return `${texts[kind].replace('$b', () => (sent.length > 0 ? fill('these', sent) : ''))}.`;
  const line = kind !== 'missing' || !field ? kind : betas.length === 0 ? 'leaked' : betas.some((beta) => sent.includes(beta)) ? 'arrived' : 'place';
  return `${fill(line, betas, field)}${tail.join('')}.`;
}

/** The page about what was found. */
export function docsFor({ betas }: Found): string | undefined {
  for (const beta of betas) {
    const docs = docsOf(beta);
    if (docs) return docs;
  }
  return undefined;
}
