/** The orders in which the site shows stages and families, which are those of their lists. */
export { STAGES as STAGE_ORDER } from '@beta-headers/grammar';
export { FAMILIES as FAMILY_ORDER } from '@beta-headers/manifest';
