/**
 * Stands in for `@pagefind/default-ui`, which Starlight loads on every page: it is loaded when somebody is about to search.
 * The real one stands behind the name `pagefind-ui` (astro.config.ts).
 */
type Options = { readonly element: string } & Record<string, unknown>;

export class PagefindUI {
  constructor(options: Options) {
    const root = document.querySelector('site-search');
    let loading: Promise<void> | undefined;
    const load = (): void => {
      loading ??= start(options);
    };
    root?.addEventListener('pointerenter', load, { capture: true, once: true });
    root?.addEventListener('focusin', load, { once: true });
    // Ctrl+K opens the dialog without touching the button.
    const dialog = root?.querySelector('dialog');
    if (dialog?.open) load();
    else if (dialog) new MutationObserver(load).observe(dialog, { attributeFilter: ['open'] });
  }
}

async function start(options: Options): Promise<void> {
  const { PagefindUI: Real } = await import('pagefind-ui');
  new Real(options);
  const input = document.querySelector<HTMLInputElement>(`${options.element} input`);
  if (!input) return;
  // Its only name would be its title.
  input.setAttribute('aria-label', input.placeholder || input.title);
  if (input.closest('dialog')?.open) input.focus();
}
