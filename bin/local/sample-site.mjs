import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { root } from "./commands.mjs";
import { findFreePort, isFree } from "./ports.mjs";

const folder = join(root, "db/seed/sample-site");

const contentTypes = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
};

/** Serves the website of the sample company, so that an analysis has something to read without a network. */
export async function serveSampleSite(wanted) {
  const port = (await isFree(wanted)) ? wanted : await findFreePort();
  const address = `http://localhost:${port}`;
  const servers = await Promise.all(["127.0.0.1", "::1"].map((host) => listen(host, port, address)));
  const listening = servers.filter(Boolean);
  return {
    address,
    hosts: [`localhost:${port}`, `127.0.0.1:${port}`],
    stop: () => Promise.all(listening.map((server) => new Promise((resolve) => server.close(resolve)))),
  };
}

/** A machine without IPv6 has no `::1`, and needs none. */
function listen(host, port, address) {
  const server = createServer((request, response) => void answer(request, response, address));
  server.keepAliveTimeout = 500;
  return new Promise((resolve) => {
    server.once("error", () => resolve(null));
    server.listen(port, host, () => resolve(server));
  });
}

async function answer(request, response, address) {
  const { pathname } = new URL(request.url ?? "/", address);
  const page = await readPage(pathname);
  const { body, type } = page ?? {
    body: await readFile(join(folder, "404.html")),
    type: contentTypes[".html"],
  };
  const isText = !type.startsWith("image/");
  response.writeHead(page ? 200 : 404, { "content-type": type });
  if (request.method === "HEAD") response.end();
  else response.end(isText ? body.toString("utf8").replaceAll("{{address}}", address) : body);
}

async function readPage(pathname) {
  const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, "");
  if (path.includes("..")) return null;
  for (const candidate of [path, `${path}.html`, `${path}/index.html`]) {
    const type = contentTypes[extname(candidate)];
    const body = type && (await readFile(join(folder, candidate)).catch(() => null));
    if (body) return { body, type };
  }
  return null;
}
