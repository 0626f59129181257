import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { inject } from "vitest";
import type { FormDefinition } from "../../worker/forms/pure/form";
import { demo } from "./credentials";
import { address, visit, type Visitor } from "./visit";

/** Somebody else's website: an origin of its own, whose pages tests write. */
export type HostSite = {
  origin: string;
  put(path: string, html: string, policy?: string): string;
  stop(): Promise<void>;
};

export async function startHostSite(): Promise<HostSite> {
  const pages = new Map<string, { html: string; policy: string | undefined }>();
  const server = createServer(({ url = "" }, response) => {
    const page = pages.get(url.split("?")[0] ?? "");
    const policy = page?.policy ? { "content-security-policy": page.policy } : {};
    response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8", ...policy });
    response.end(page?.html ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo; // safe: it listens on a port
  const origin = `http://localhost:${port}`;
  return {
    origin,
    put(path, html, policy) {
      pages.set(path, { html: `<!doctype html><html lang="en"><title>Host</title>${html}</html>`, policy });
      return origin + path;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const script = `<script async src="${address}/embed/v1.js"></script>`;

/** As the product's own dialog writes it. */
export function element(formId: string, attributes = "", height = 0): string {
  const spacer = height ? `<svg width="1" height="${height}" display="block"></svg>` : "";
  return `<trb-form form="${formId}" ${attributes}><a href="${address}/f/${formId}">Ask us</a>${spacer}</trb-form>`;
}

/** A visitor of the page, with what they asked the network for, and what broke. */
export async function visitHost(url: string, visitor: Visitor = {}) {
  const page = await visit(visitor);
  const asked: string[] = [];
  const broken: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", ({ message }) => broken.push(message));
  page.on("console", (said) => said.type() === "error" && broken.push(said.text()));
  await page.goto(url);
  return { page, asked, broken };
}

type Call = (path: string, method?: string, body?: object) => Promise<Record<string, unknown>>;

const call: Call = async (path, method = "GET", body) => {
  const session = inject("sessions")[demo.email];
  const headers = {
    cookie: `${session?.name}=${session?.value}`,
    origin: address,
    "content-type": "application/json",
  };
  const answer = await fetch(address + path, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>; // safe: the API's own answer
};

/** A published form of the demo company. */
export async function publishForm(changes: Partial<FormDefinition>, settings?: object): Promise<string> {
  const businesses = (await call("/v1/businesses"))["data"] as { id: string }[]; // safe: a list
  const made = await call("/v1/forms", "POST", {
    businessId: businesses[0]?.id,
    name: changes.title ?? "Ask us",
  });
  const definition = { ...(made["definition"] as object), ...changes }; // safe: the API's own answer
  const patch = { revision: made["revision"], definition, ...(settings && { settings }) };
  const changed = await call(`/v1/forms/${made["id"]}`, "PATCH", patch);
  await call(`/v1/forms/${made["id"]}/publication`, "PUT", { revision: changed["revision"] });
  return String(made["id"]);
}

export async function submissionsOf(formId: string): Promise<Record<string, unknown>[]> {
  const lists = await Promise.all(
    ["", "?state=spam"].map(async (query) => (await call(`/v1/forms/${formId}/submissions${query}`))["data"]),
  );
  return lists.flat() as Record<string, unknown>[]; // safe: lists of submissions
}

/** What the browser keeps for an origin. */
export async function storedBy(page: Page): Promise<unknown> {
  const cookies = await page.context().cookies();
  return await page.evaluate(
    (known) => [known, localStorage.length, sessionStorage.length, document.cookie],
    cookies,
  );
}
