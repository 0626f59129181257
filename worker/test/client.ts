import { SELF } from "cloudflare:test";
import { routes } from "../app";
import type { Contract } from "../kernel/contract";

export type Answer = {
  status: number;
  // Tests read answers of many shapes; the contract has already checked this one.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
  headers: Headers;
};

export type Client = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, init?: RequestInit): Promise<Answer>;
  in(organizationId: string): Client;
  with(headers: Record<string, string>): Client;
};

/** Speaks to the Worker by its front door, and fails when an answer is not what its contract says. */
export function clientOf(credential: Record<string, string>): Client {
  const send = async (method: string, path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(credential)) if (!headers.has(name)) headers.set(name, value);
    const response = await SELF.fetch(`http://localhost${path}`, {
      redirect: "manual",
      ...init,
      method,
      headers,
    });
    return await readAnswer(method, path, response);
  };
  const withBody =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      send(method, path, {
        headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
  return {
    get: (path, headers = {}) => send("GET", path, { headers }),
    post: withBody("POST"),
    patch: withBody("PATCH"),
    put: withBody("PUT"),
    delete: (path, headers = {}) => send("DELETE", path, { headers }),
    send,
    in: (organizationId) => clientOf({ ...credential, "tributary-organization": organizationId }),
    with: (headers) => clientOf({ ...credential, ...headers }),
  };
}

async function readAnswer(method: string, path: string, response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  const body: unknown = isJson && text !== "" ? JSON.parse(text) : text;
  assertKeepsContract(method, path, response.status, body);
  assertKeepsBudget(method, path, response);
  return { status: response.status, body, headers: response.headers };
}

function assertKeepsContract(method: string, path: string, status: number, body: unknown): void {
  const contract = contractOf(method, path);
  if (!contract || status >= 400) return;
  if (status !== contract.answer.status && status !== 304) {
    throw new Error(`${method} ${path} answered ${status}; its contract says ${contract.answer.status}.`);
  }
  const parsed = contract.answer.schema?.safeParse(body);
  if (parsed && !parsed.success) {
    throw new Error(`${method} ${path} answers differently from its contract: ${parsed.error.message}`);
  }
}

/**
 * What a call may cost where its contract names no budget. D1 bills rows, so a call that reads a table is a defect.
 * A read writes only what the edge notes once in a while: where a session works, when a key was used.
 */
const usualBudget = { get: { read: 150, written: 4 }, other: { read: 200, written: 60 } };

/** Once after somebody's rights have changed: their session goes on under another id. */
const rowsOfRenewal = 8;

function assertKeepsBudget(method: string, path: string, response: Response): void {
  const contract = contractOf(method, path);
  const header = response.headers.get("tributary-rows");
  if (!contract || !header || !response.ok) return;
  const budget = contract.budget ?? usualBudget[contract.method === "get" ? "get" : "other"];
  // safe: the edge writes this header
  const rows = JSON.parse(header) as typeof budget;
  const renewal = response.headers.has("tributary-session") ? rowsOfRenewal : 0;
  if (rows.read - renewal > budget.read || rows.written - renewal > budget.written) {
    throw new Error(`${method} ${path} cost ${header}; its budget is ${JSON.stringify(budget)}.`);
  }
}

export function contractOf(method: string, path: string): Contract | undefined {
  const pathname = path.split("?")[0] ?? path;
  const found = routes.filter(
    ({ contract }) =>
      contract.method === method.toLowerCase() &&
      new RegExp(`^${contract.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(pathname),
  );
  // A literal address wins over one with parameters, as it does in the router.
  return (found.find(({ contract }) => contract.path === pathname) ?? found[0])?.contract;
}
