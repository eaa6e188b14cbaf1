// The clock of whatever loads this, moved by FLOWMINGO_CLOCK_MOVED_BY_MS; in a page, by what its opener has put before it. It runs on as ever.
(() => {
  const RealDate = Date;
  const movedByMs = Number(globalThis.clockMovedByMs ?? process.env.FLOWMINGO_CLOCK_MOVED_BY_MS);
  globalThis.Date = class MovedDate extends RealDate {
    constructor(...parts) {
      super(...(parts.length === 0 ? [RealDate.now() + movedByMs] : parts));
    }
    static now() {
      return RealDate.now() + movedByMs;
    }
  };
})();
