/**
 * Expressive Code puts <div> into <code> and <button>, where HTML allows none. Its styles lay them out by class, so a <span> does as well;
 * the one style that names the element is changed with it.
 */

/** The page with no <div> inside <code> and <button>. */
export function withoutDivs(html: string): string {
  return html
    .replace(/<pre\b[\s\S]*?<\/pre>/g, (pre) => pre.replace(/<div\b/g, '<span').replaceAll('</div>', '</span>'))
    .replace(/(<button\b(?:[^">]|"[^"]*")*\sdata-code="[^"]*"[^">]*>)<div><\/div>(?=<\/button>)/g, '$1<span></span>');
}

/** Its styles, for the copy button that has a <span> in it. */
export const spanStyles = (css: string): string => css.replace(/(\.copy button[^{},]*) div\b/g, '$1 span');
