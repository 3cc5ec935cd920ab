/** Starlight's page component, named so that every page imports it the same way. */
export { default as StarlightPage } from '@astrojs/starlight/components/StarlightPage.astro';
