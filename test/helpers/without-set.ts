// Stands in front of a practice Flowmingo and hides an interview set from its lists, as if somebody had deleted it there.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WithoutSet {
  /** The base URL of the API through it. */
  readonly url: string;
  /** From now on no list holds a set of this title. */
  hide(title: string): void;
  close(): Promise<void>;
}

interface ListPage {
  data: { title: string }[];
  total: number;
}

/** `url`: of the practice Flowmingo. Everything but the lists of sets passes as it is. */
export async function startWithoutSet(url: string): Promise<WithoutSet> {
  const { origin, pathname } = new URL(url);
  let hidden: string | null = null;
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const body: Buffer[] = [];
    for await (const piece of request) body.push(piece as Buffer);
    const headers = new Headers();
    for (const name of ['x-api-key', 'content-type', 'accept']) {
      const value = request.headers[name];
      if (typeof value === 'string') headers.set(name, value);
    }
    const answer = await fetch(origin + request.url, {
      method: request.method ?? 'GET',
      headers,
      ...(body.length === 0 ? {} : { body: Buffer.concat(body) }),
    });
    const text = await answer.text();
    const isSets = request.url?.includes('/interview-sets/') === true && answer.ok;
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'application/json',
      date: answer.headers.get('date') ?? new Date().toUTCString(),
    });
    response.end(isSets && hidden !== null ? hide(text, hidden) : text);
  };
  // What is behind may go away while it answers; then there is no answer here, either.
  const server = createServer(
    (request, response) => void pass(request, response).catch(() => response.destroy()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    hide: (title) => {
      hidden = title;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function hide(text: string, title: string): string {
  const page = JSON.parse(text) as ListPage;
  const data = page.data.filter((set) => set.title !== title);
  return JSON.stringify({ ...page, data, total: page.total - (page.data.length - data.length) });
}
