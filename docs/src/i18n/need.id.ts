/** The Indonesian texts of "Do you need it?" and "What to write today". */
import type { NeedMessages } from './need.en.ts';

export const needId: NeedMessages = {
  title: { beta: 'Apakah Anda memerlukannya?', feature: 'Apakah Anda memerlukan header?' },
  verdict: {
    yes: 'Ya',
    no: 'Tidak',
    depends: 'Tergantung platformnya',
    form: 'Tergantung permintaannya',
    superseded: 'Tidak lagi',
    client: 'Tidak',
    unknown: 'Belum ada yang tahu',
  },
  since: (date) => `, sejak ${date}`,
  retired: (date) => `: sudah dihentikan pada ${date}`,
  isRetired: ': sudah dihentikan',
  superseded: (id) => `: sudah digantikan oleh \`${id}\``,
  client: ': klien resmi mengirimnya sendiri',
  access: ', jika organisasi Anda sudah diberi akses',
  says: {
    send: 'Tanpa nilai ini, permintaan yang memakai fiturnya ditolak atau dijawab tanpa fitur itu.',
    sends: (values) => `Nilainya ${values}.`,
    sendsOne: (values) => `Nilainya ${values}; platformnya menentukan yang mana.`,
    neededOn: (platforms) => `Diperlukan di ${platforms}.`,
    notNeededOn: (platforms) => `Tidak diperlukan di ${platforms}.`,
    byHand:
      'Tidak ada isi permintaan yang menandakan bahwa nilai ini diperlukan: kirimkan jika Anda ' +
      'menginginkan manfaatnya.',
    graduated: 'Fiturnya sudah tersedia umum. Di Claude API nilai ini tidak berpengaruh apa-apa.',
    graduatedFeature: 'Fiturnya sudah tersedia umum dan tidak memerlukan header di Claude API.',
    selects: (endpoints) =>
      `Nilai ini masih memilih bentuk respons lama di ${endpoints}: hapus bersama kode yang ` +
      'membaca bentuk itu.',
    olderForms: (forms) => `Hanya ini yang masih memerlukannya: ${forms}.`,
    ownForm: (forms) => `Permintaan dengan bentuk lamanya masih memerlukannya: ${forms}.`,
    newest: (id) => `Yang terbaru adalah \`${id}\`.`,
    use: (id) => `Pakai \`${id}\` sebagai gantinya.`,
    remove: 'Nilai ini tidak lagi berpengaruh: hapus dari kode Anda.',
    client: 'Jangan menuliskannya sendiri.',
    clientFeature:
      'Fiturnya tidak memerlukan header. Nilai di halaman ini adalah penanda yang dikirim sendiri ' +
      'oleh klien resmi.',
    unknown: 'Tidak ada sumber yang menyebut apa yang memerlukannya.',
    freeForms: (forms) => `Header tidak diperlukan untuk bentuk ini: ${forms}.`,
    still: (platforms) => `${platforms}: masih diperlukan.`,
    notAnyMore: (date) => `Di Claude API nilai ini tidak diperlukan lagi sejak ${date}.`,
    only: (models) => `hanya dengan ${models}`,
  },
  answer: 'Jawaban',
  answers: {
    send: 'Kirim',
    instead: 'Kirim nilai lain',
    'no-header': 'Tidak perlu header',
    refused: 'Ditolak di sana',
    'leave-out': 'Jangan disertakan',
    'no-effect': 'Tidak berpengaruh',
    unavailable: 'Tidak tersedia',
    unknown: 'Belum diketahui',
  },
  explained: {
    send: 'Fiturnya ada di sana dan memerlukan nilai ini.',
    instead: 'Platform itu meminta nilai lain sebagai gantinya.',
    'no-header': 'Fiturnya ada di sana dan tidak memerlukan header.',
    refused: 'Platform itu menjawab nilai ini dengan galat.',
    'leave-out': 'Nilai ini tidak berguna. Belum ada yang menerbitkan apakah fiturnya ada di sana.',
    'no-effect': 'Platform itu menerima permintaannya dan mengabaikan fiturnya.',
    unavailable: 'Ada sumber yang menyatakan bahwa fiturnya tidak ada di sana.',
    unknown: 'Belum ada yang menerbitkan apakah fitur atau nilai ini diterima di sana.',
  },
  disputed: 'sumber berbeda pendapat',
  limited: {
    models: 'sebagian model',
    forms: 'sebagian bentuk permintaan',
    endpoints: 'sebagian endpoint',
  },
  limitedHint: 'Rinciannya ada di tabel platform.',
  for: (title) => `untuk “${title}”`,
  write: {
    title: 'Yang perlu ditulis sekarang',
    header: 'Di header `anthropic-beta`; beberapa nilai dipisahkan dengan koma.',
    body:
      'Di body permintaan, dalam daftar `anthropic_beta`. Header tidak dibaca di sana; ' +
      'klien SDK memindahkan `betas` ke body.',
    converse:
      'Di body permintaan, dalam daftar `additionalModelRequestFields.anthropic_beta`. Header ' +
      'tidak dibaca di sana.',
    without: 'Tanpa header, dan tanpa beta di body.',
    onlyWith: (models) => `Hanya dengan ${models}; model lain tidak memerlukan header.`,
    rejects: (id) => `\`${id}\` dijawab dengan galat di sana.`,
    before: 'Sebelumnya, dengan nilai lama',
    further: 'Permintaan lain',
    nothing: 'Tidak ada yang perlu ditulis: jangan sertakan nilai ini.',
    automatic: 'Paket pembantu menambahkannya saat permintaan memerlukannya:',
    inBody: 'Body',
    inHeader: 'Header',
  },
  permalink: 'Tautan permanen',
  sdk: {
    title: 'Rilis SDK tertua yang mengenalnya',
    deprecated: (version) => `usang sejak SDK TypeScript ${version}`,
    sends: 'SDK TypeScript masih mengirimnya di',
  },
};
