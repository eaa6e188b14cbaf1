// A migration's text, built into the program: the ledger must never depend on a file beside it.
declare module '*.sql?raw' {
  const text: string;
  export default text;
}
