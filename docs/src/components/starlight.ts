/**
 * Starlight's page component with the styles of pages about data, which every page imports the same
 * way. The checker's page has nothing of these, so it imports the component itself.
 */
import '../styles/data.css';
import '../styles/data-tables.css';
import '../styles/marks.css';

export { default as StarlightPage } from '@astrojs/starlight/components/StarlightPage.astro';
