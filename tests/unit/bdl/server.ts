import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to one request before it is answered: the faults of a real service. */
export type Fault = 'none' | '429' | '500' | 'cut' | 'changed' | 'html';

export interface BdlServer {
  base: string;
  /** Requests as they came: path with query, key, time. */
  requests: { path: string; key: string | undefined; at: number }[];
  /** Faults of the next requests, in order. */
  faults: Fault[];
  close: () => Promise<void>;
}

export interface BdlUnit {
  id: string;
  name: string;
  values: { year: string; val: number | null; attrId: number }[];
}

/** A made-up service that speaks the protocol of the BDL API (method.md §8), for tests only. */
export async function bdlServer(units: readonly BdlUnit[], pageSize = 2): Promise<BdlServer> {
  const requests: BdlServer['requests'] = [];
  const faults: Fault[] = [];
  const json = (response: ServerResponse, body: unknown) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.endsWith('/units')) {
      json(response, { totalRecords: 1, page: 0, pageSize: 100, results: [{ id: '060600000000', name: 'LUBELSKIE', level: 2 }] });
      return;
    }
    if (!/\/data\/by-variable\/\d+$/.test(url.pathname) || url.searchParams.get('unit-level') !== '6') {
      response.statusCode = 404;
      response.end();
      return;
    }
    const page = Number(url.searchParams.get('page'));
    const years = url.searchParams.getAll('year');
    const own = units.slice(page * pageSize, (page + 1) * pageSize);
    json(response, {
      totalRecords: units.length,
      variableId: 72305,
      page,
      pageSize,
      links: { next: page < units.length / pageSize - 1 ? `…page=${page + 1}` : undefined },
      results: own.map((unit) => ({ ...unit, values: unit.values.filter(({ year }) => years.includes(year)) })),
    });
  };
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', key: request.headers['x-clientid']?.toString(), at: performance.now() });
    switch (faults.shift() ?? 'none') {
      case 'none':
        answer(request, response);
        return;
      case '429':
        response.writeHead(429, { 'retry-after': '1' }).end();
        return;
      case '500':
        response.writeHead(500).end('error');
        return;
      case 'cut':
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
        response.write('{"totalRecords":');
        setTimeout(() => request.socket.destroy(), 20);
        return;
      case 'changed':
        json(response, { total: 3, items: [] });
        return;
      case 'html':
        response.end('<html>przerwa techniczna</html>');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}/api/v1`,
    requests,
    faults,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
} // prettier-ignore
