// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/** What to do about a refusal, by code. Only what explains a plan carries it. */
export const FIXES: { readonly [code: string]: { readonly en: string; readonly id: string } } = {
  'add-code-execution-tool': {
    en: 'Add a `code_execution_*` tool to `tools`, or leave out the skills and the skills header.',
    id: 'Tambahkan alat `code_execution_*` ke `tools`, atau hapus skill beserta header skills.',
  },
  'credit-or-fallbacks': {
    en: 'Send either `fallback_credit_token` or `fallbacks` on a request, not both.',
    id: 'Kirim salah satu saja dalam satu permintaan, `fallback_credit_token` atau `fallbacks`.',
  },
  'declare-in-tools': {
    en: 'Declare the tool in `tools` and add it to the conversation by reference.',
    id: 'Deklarasikan alat itu di `tools`, lalu tambahkan ke percakapan lewat rujukan.',
  },
  'leave-out-sampling': {
    en: 'Leave out `temperature`, `top_p` and `top_k`, and say in the prompt how the answer should vary.',
    id: 'Jangan kirim `temperature`, `top_p`, dan `top_k`; jelaskan di prompt seberapa beragam jawabannya.',
  },
  'leave-out-the-legacy-header': {
    en: 'Leave the user-profiles header out; the parameter belongs to the present shape of the endpoint.',
    id: 'Jangan kirim header user-profiles; parameter ini milik bentuk endpoint yang sekarang.',
  },
  'model-suffix-fast': {
    en: 'Leave `speed` out on Foundry and send the request to the deployment of a model whose id ends in `-fast`.',
    id: 'Di Foundry jangan kirim `speed`; arahkan permintaan ke deployment model yang ID-nya berakhiran `-fast`.',
  },
  'no-fallbacks-in-batches': {
    en: 'Take `fallbacks` out of the items of the batch, and retry a refused item yourself.',
    id: 'Hapus `fallbacks` dari item batch, lalu ulangi sendiri item yang ditolak.',
  },
  'send-one-beta': {
    en: 'Send only one of the two header values.',
    id: 'Kirim hanya salah satu dari kedua nilai header itu.',
  },
  'send-the-fine-grained-header': {
    en: 'Take `eager_input_streaming` off the tools and send `fine-grained-tool-streaming-2025-05-14` instead.',
    id: 'Hapus `eager_input_streaming` dari alat dan kirim `fine-grained-tool-streaming-2025-05-14` sebagai gantinya.',
  },
  'separate-compaction-request': {
    en: 'Ask for the summary in a request of its own, without `context_management`.',
    id: 'Minta ringkasan dalam permintaan tersendiri, tanpa `context_management`.',
  },
  'use-a-fast-model': {
    en: 'Leave `speed` out, or call a model that has fast mode.',
    id: 'Hapus `speed`, atau panggil model yang memiliki mode cepat.',
  },
  'use-a-lower-effort': {
    en: 'Set a level of `output_config.effort` that the model has; every model with effort has `low`, `medium` and `high`.',
    id: 'Pilih tingkat `output_config.effort` yang dimiliki model; setiap model dengan effort memiliki `low`, `medium`, dan `high`.',
  },
  'use-basic-web-search': {
    en: 'Use `web_search_20250305`, the version without dynamic filtering.',
    id: 'Gunakan `web_search_20250305`, versi tanpa penyaringan dinamis.',
  },
  'use-cache-breakpoints': {
    en: 'Take `cache_control` off the top of the request and put it on the last block that should be cached.',
    id: 'Hapus `cache_control` dari tingkat teratas permintaan dan pasang pada blok terakhir yang ingin di-cache.',
  },
  'use-changes-by-reference': {
    en: 'Declare the tool in `tools` and change it by reference, with `mid-conversation-tool-changes-2026-07-01`.',
    id: 'Deklarasikan alat itu di `tools` dan ubah lewat rujukan, dengan `mid-conversation-tool-changes-2026-07-01`.',
  },
  'use-client-side-fallback': {
    en: 'Take `fallbacks` out and retry on another model from your side; the SDK\'s refusal-fallback middleware does it.',
    id: 'Hapus `fallbacks` dan ulangi dengan model lain dari sisi Anda; middleware refusal-fallback di SDK menanganinya.',
  },
  'use-computer-toolset-20260801': {
    en: 'Use `computer_toolset_20260801`, which needs no header.',
    id: 'Gunakan `computer_toolset_20260801`, yang tidak memerlukan header.',
  },
  'use-eager-input-streaming': {
    en: 'Remove the header and set `eager_input_streaming` on your own tools.',
    id: 'Hapus header itu dan pasang `eager_input_streaming` pada alat Anda sendiri.',
  },
  'use-invoke-model': {
    en: 'Call the model with InvokeModel; Converse does not offer the feature.',
    id: 'Panggil modelnya dengan InvokeModel; Converse tidak menyediakan fitur ini.',
  },
  'use-output-config-format': {
    en: 'Move the schema from `output_format` to `output_config.format` and drop the header.',
    id: 'Pindahkan skema dari `output_format` ke `output_config.format` dan hapus header-nya.',
  },
  'use-threshold-compaction': {
    en: 'Use the edit `compact_20260112` in `context_management.edits` instead of `compaction`.',
    id: 'Gunakan edit `compact_20260112` di `context_management.edits` sebagai ganti `compaction`.',
  },
};
