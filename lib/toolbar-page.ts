/**
 * True in the build that leaves the browser's own new tab alone and has a page behind its button
 * instead (`npm run build:no-newtab`, toolbar-page.ts at the root).
 */
export const isToolbarPage = import.meta.env.MODE === 'no-newtab'
