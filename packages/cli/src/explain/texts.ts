/** The texts around the decisions, in both languages. */
import type { ExplainOutput, PlanOutput, RequestOutput } from '../schema/explain.ts';

type From = PlanOutput['platformFrom'];
type Why = RequestOutput['unknown'][number]['why'];
type Sum = 'works' | 'works-seen' | 'changed' | 'changed-seen' | 'refused' | 'unverified';

/** The texts of one language. */
export interface ExplainTexts {
  readonly verdict: { readonly [S in Sum]: string };
  readonly from: { readonly [F in From]: string };
  readonly why: { readonly [W in Why]: string };
  readonly kind: { readonly [K in Exclude<ExplainOutput['kind'], 'request' | 'none'>]: string };
  readonly request: (format: string, place: string) => string;
  readonly byPlatform: string;
  readonly noRequest: string;
  readonly missing: string;
  readonly hidden: string;
  readonly send: string;
  readonly none: string;
  readonly inBody: string;
  readonly at: string;
  readonly count: (requests: number) => string;
  readonly more: (count: number) => string;
  readonly others: (count: number) => string;
  readonly notAboutBetas: string;
  readonly suspects: string;
  readonly neededOn: string;
  readonly absentOn: string;
  readonly misspelt: (value: string, means: string) => string;
}

const en: ExplainTexts = {
  verdict: {
    works: 'works as it is',
    'works-seen': 'works, as far as the text shows',
    changed: 'works once it is changed',
    'changed-seen': 'works once it is changed, as far as the text shows',
    refused: 'will be refused',
    unverified: 'it is not known if it works',
  },
  from: {
    option: 'by --platform',
    host: 'by the host',
    path: 'by the path',
    client: 'by the client',
    body: 'by the body',
    model: 'by the name of the model',
    id: 'by an id in the text',
    assumed: 'assumed; give --platform',
  },
  why: {
    variable: 'a variable',
    file: 'in a file',
    stdin: 'the output of another command',
    form: 'a form with files',
    missing: 'missing',
  },
  kind: {
    requests: 'several requests',
    betas: 'a list of betas',
    error: 'an error',
    log: 'a log',
  },
  request: (format, place) => `a request (${format}, ${place})`,
  byPlatform: 'By platform:',
  noRequest: 'this is no request.',
  missing: 'Not in the text:',
  hidden: 'It may use more than the text shows, so this is no full answer.',
  send: 'Send:',
  none: '(none)',
  inBody: '(in the body)',
  at: 'at',
  count: (requests) => `${requests} ${requests === 1 ? 'request' : 'requests'}`,
  more: (count) => `${count} more ${count === 1 ? 'request is' : 'requests are'} left out.`,
  others: (count) => `${count} ${count === 1 ? 'request goes' : 'requests go'} elsewhere.`,
  notAboutBetas: 'This error is not about betas.',
  suspects: 'It may be about:',
  neededOn: 'Only these platforms need the value:',
  absentOn: 'These platforms do not have the feature, with or without a value:',
  misspelt: (value, means) => `${value} is no known beta; did you mean ${means}?`,
};

const id: ExplainTexts = {
  verdict: {
    works: 'berhasil apa adanya',
    'works-seen': 'berhasil, sejauh yang terlihat di teks',
    changed: 'berhasil setelah diubah',
    'changed-seen': 'berhasil setelah diubah, sejauh yang terlihat di teks',
    refused: 'akan ditolak',
    unverified: 'belum diketahui apakah ini akan berhasil',
  },
  from: {
    option: 'dari --platform',
    host: 'dari host',
    path: 'dari path',
    client: 'dari klien',
    body: 'dari body',
    model: 'dari nama model',
    id: 'dari id di teks',
    assumed: 'perkiraan; berikan --platform',
  },
  why: {
    variable: 'variabel',
    file: 'di berkas lain',
    stdin: 'keluaran perintah lain',
    form: 'formulir dengan berkas',
    missing: 'tidak ada',
  },
  kind: {
    requests: 'beberapa permintaan',
    betas: 'daftar beta',
    error: 'sebuah error',
    log: 'sebuah log',
  },
  request: (format, place) => `sebuah permintaan (${format}, ${place})`,
  byPlatform: 'Menurut platform:',
  noRequest: 'ini bukan permintaan.',
  missing: 'Tidak ada di teks:',
  hidden: 'Permintaan mungkin memakai lebih dari yang terlihat, jadi jawaban ini belum lengkap.',
  send: 'Kirim:',
  none: '(tidak ada)',
  inBody: '(di body)',
  at: 'di',
  count: (requests) => `${requests} permintaan`,
  more: (count) => `${count} permintaan lain tidak ditampilkan.`,
  others: (count) => `${count} permintaan menuju tempat lain.`,
  notAboutBetas: 'Error ini bukan tentang beta.',
  suspects: 'Mungkin tentang:',
  neededOn: 'Hanya platform ini yang memerlukan nilai itu:',
  absentOn: 'Platform ini tidak memiliki fiturnya, dengan atau tanpa nilai itu:',
  misspelt: (value, means) => `${value} bukan beta yang dikenal; maksudnya ${means}?`,
};

/** The texts by language. */
export const TEXTS: { readonly [L in 'en' | 'id']: ExplainTexts } = { en, id };
