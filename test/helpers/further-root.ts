/** Marks a story whose servers are trusted by NODE_EXTRA_CA_CERTS, which what people install does not heed. */
export const furtherRoot = { tag: '@further-root' };
