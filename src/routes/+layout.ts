/** Every page is rendered on the server; the one script is src/lib/client/main.ts. */
export const csr = false;
