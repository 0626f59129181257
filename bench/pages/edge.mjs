import { execFileSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createSecureServer } from "node:http2";
import { connect } from "node:net";
import { join } from "node:path";

/**
 * Stands before the product as the network's edge does: HTTP/2 over TLS, so that a screen's files come side by side. What
 * it passes on, how it is packed and how long it may be kept is the product's; `fingerprint` makes a browser trust it.
 */
export async function startEdge({ product, directory }) {
  const { key, cert } = certificateIn(directory);
  const server = createSecureServer({ key, cert, allowHTTP1: true });
  server.on("request", (asked, answer) => forward({ asked, answer, product, address: addressOf(server) }));
  server.on("upgrade", (asked, socket, head) => tunnel({ asked, socket, head, product }));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: addressOf(server), fingerprint: fingerprintOf(cert), stop: () => server.close() };
}

function addressOf(server) {
  return `https://localhost:${server.address().port}`;
}

function certificateIn(directory) {
  const [key, cert] = ["edge.key", "edge.crt"].map((name) => join(directory, name));
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2"];
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  execFileSync("openssl", ["req", ...kind, ...subject, "-keyout", key, "-out", cert], { stdio: "ignore" });
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

function fingerprintOf(cert) {
  const key = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(key).digest("base64");
}

function forward({ asked, answer, product, address }) {
  const { hostname, port, host, origin } = new URL(product);
  const headers = { ...withoutPseudo(asked.headers), host };
  for (const name of ["origin", "referer"])
    if (headers[name]) headers[name] = headers[name].replace(address, origin);
  const onward = request({ hostname, port, path: asked.url, method: asked.method, headers });
  onward.on("response", (answered) => {
    answer.writeHead(answered.statusCode, asTold(answered.headers, { product, address }));
    answered.pipe(answer);
  });
  onward.on("error", () => answer.destroy());
  asked.pipe(onward);
}

function withoutPseudo(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(":")));
}

const betweenNeighbours = new Set(["connection", "keep-alive", "transfer-encoding", "upgrade"]);

/** The policy names the product's own address for sockets. */
function asTold(headers, { product, address }) {
  const own = [product, address].map((one) => one.replace("http", "ws"));
  const told = Object.entries(headers).filter(([name]) => !betweenNeighbours.has(name));
  return Object.fromEntries(
    told.map(([name, value]) => [
      name,
      name === "content-security-policy" ? value.replaceAll(own[0], own[1]) : value,
    ]),
  );
}

function tunnel({ asked, socket, head, product }) {
  const { hostname, port, host, origin } = new URL(product);
  const headers = { ...asked.headers, host, ...(asked.headers.origin ? { origin } : {}) };
  const onward = connect(port, hostname, () => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    onward.write(`GET ${asked.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  for (const one of [onward, socket]) one.on("error", () => (onward.destroy(), socket.destroy()));
}
