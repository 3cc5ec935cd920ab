/**
 * Stands in for `@pagefind/default-ui`, which Starlight loads on every page: it is loaded when somebody is about to search.
 * The real one stands behind the name `pagefind-ui` (astro.config.ts).
 */
type Options = { readonly element: string } & Record<string, unknown>;

export class PagefindUI {
  constructor(options: Options) {
    const root = document.querySelector('site-search');
    let started = false;
    const load = (): void => {
      if (started) return;
      started = true;
      void start(options);
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
  // After the dialog has given the focus to itself, and without waiting for a frame.
  setTimeout(() => input.closest('dialog')?.open && input.focus(), 50);
}
