/** The Indonesian texts of the search. */
import type { searchEn } from './search.en.ts';

export const searchId: typeof searchEn = {
  loading: 'Memuat pencarian …',
  failed: 'Pencarian tidak dapat dimuat. Periksa koneksi, lalu tekan Enter untuk mencoba lagi.',
  one: '1 hasil untuk {q}',
  many: '{n} hasil untuk {q}',
  none: 'Tidak ada hasil untuk {q}',
  tips:
    'Coba nama field (mcp_servers), nilai header (files-api-2025-04-14), platform (Bedrock), ' +
    'model, atau kata-kata dari pesan galat. Permintaan atau pesan galat yang utuh bisa ' +
    'diperiksa di sini:',
  check: 'Periksa permintaan atau galat',
  more: 'Tampilkan lagi',
  kind: {
    feature: 'Fitur',
    beta: 'Nilai header',
    guide: 'Panduan',
    concept: 'Konsep',
    platform: 'Platform',
    model: 'Model',
    error: 'Galat',
    package: 'Paket',
    change: 'Perubahan',
    page: 'Halaman',
  },
};
