// How the main process tells a new page that the one before it ended by itself. Never carries anything about the file.

/** The end of the page's address then. A file that needs more memory than there is takes the page with it. */
export const pageLostMark = '#page-lost';
