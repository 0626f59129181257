import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";

type Kept = { status: number; headers: string[]; body: Buffer };

/**
 * Stands between the browser and the product as the network's edge does: a file that never changes is asked for once,
 * whoever comes. Each visitor begins with an empty cache, and a screen is a hundred files.
 */
export async function startEdge(): Promise<{ address: string; stop: () => void }> {
  const kept = new Map<string, Kept>();
  const server = createServer((asked, answer) => {
    const found = isPlain(asked) ? kept.get(keyOf(asked)) : undefined;
    if (found) answer.writeHead(found.status, found.headers).end(found.body);
    else forward(asked, answer, (answered) => kept.set(keyOf(asked), answered));
  });
  server.on("connect", tunnel);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // safe: it listens on a port and not on a pipe
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function keyOf({ url, headers }: IncomingMessage): string {
  return `${url} ${headers["accept-encoding"]}`;
}

function isPlain({ method, headers }: IncomingMessage): boolean {
  return method === "GET" && !headers.range && !headers["if-none-match"] && !headers["if-modified-since"];
}

function forward(asked: IncomingMessage, answer: ServerResponse, keep: (answered: Kept) => void): void {
  const { hostname, port, pathname, search } = new URL(asked.url ?? "");
  const headers = endToEnd(asked.rawHeaders);
  const onward = request({
    hostname: ofThisMachine(hostname),
    port: port || 80,
    path: `${pathname}${search}`,
    method: asked.method,
    headers,
    agent: false,
  });
  onward.on("error", () => answer.destroy());
  answer.on("close", () => onward.destroy());
  onward.on("response", (answered) => {
    const { statusCode: status = 502 } = answered;
    const told = endToEnd(answered.rawHeaders);
    answered.on("error", () => answer.destroy());
    answer.writeHead(status, told);
    answered.pipe(answer);
    if (!isPlain(asked) || status !== 200 || !answered.headers["cache-control"]?.includes("immutable"))
      return;
    const parts: Buffer[] = [];
    answered.on("data", (part: Buffer) => parts.push(part));
    answered.on("end", () => keep({ status, headers: told, body: Buffer.concat(parts) }));
  });
  asked.pipe(onward);
}

/** Sockets go through as they are. */
function tunnel(asked: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { hostname, port } = new URL(`http://${asked.url}`);
  const onward = connect(Number(port) || 80, ofThisMachine(hostname), () => {
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    onward.write(head);
    onward.pipe(socket);
    socket.pipe(onward);
  });
  for (const [one, other] of [
    [onward, socket],
    [socket, onward],
  ] as const) {
    one.on("error", () => other.destroy());
    one.on("close", () => other.destroy());
  }
}

/** A browser takes every name under `localhost` for this machine; a resolver need not. */
function ofThisMachine(name: string): string {
  return name.endsWith(".localhost") ? "localhost" : name;
}

const hopByHop = new Set(["connection", "keep-alive", "proxy-connection", "proxy-authorization"]);

/** Without what is between two neighbours only. */
function endToEnd(raw: string[]): string[] {
  return raw.filter((_, at) => !hopByHop.has(raw[at - (at % 2)]?.toLowerCase() ?? ""));
}
