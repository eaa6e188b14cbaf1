// Gives memory back at once, where a runtime would wait. Must only be given bytes that nobody looks at again: they are gone.

/**
 * Takes pieces of memory that are done with. Chromium keeps every unpacked piece until it clears its whole heap, which it does not
 * do for 60 MB, and Node until it clears the young part of it; but what is handed over to a port whose other end is closed goes
 * with the message. The next piece gets memory that the processor's cache still knows.
 */
export class Disposal {
  private readonly port: MessagePort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    port2.close();
    this.port = port1;
  }

  /** A view of a part is left alone: somebody else may hold the rest. */
  take({ buffer, length }: Uint8Array): void {
    if (buffer instanceof ArrayBuffer && length === buffer.byteLength) this.port.postMessage(null, [buffer]);
  }

  end(): void {
    this.port.close();
  }
}
