// How a picture travels from the window: as pieces of Base64. Never the bytes of anything but what the window drew.

/** Each at most as long as a cell of Excel, like every text that the window sends; together 8 MB, far more than a chart has. */
export const pictureParts = { maxLength: 32_767, maxCount: 250 } as const;
