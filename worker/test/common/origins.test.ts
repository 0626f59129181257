import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { routes } from "../../app";
import { openApiDocument } from "../../http";
import { type Client, contractOf } from "../client";
import { anybody, forgiveLimits } from "../world";
import { samplePath } from "./sample";
import { createVictim, type Victim } from "./victim";

const { paths } = openApiDocument(routes, "http://localhost");
// safe: the document's paths hold their methods
const operations = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
  Object.keys(methods)
    .filter((method) => /^(?:get|post|put|patch|delete)$/.test(method))
    .map((method) => [`${method.toUpperCase()} ${path}`, method.toUpperCase(), path] as const),
);

let victim: Victim;
let key: Client;

beforeAll(async () => {
  victim = await createVictim();
  key = (await victim.world.key(["members:read"])).client;
});

beforeEach(async () => {
  for (const subject of ["address:unknown", `user:${victim.world.owner.id}`]) await forgiveLimits(subject);
});

describe("CORS-02 every route of the document, asked by a page of another site", () => {
  it("is in the document, so none is left out", () => {
    const mounted = routes.map(({ contract }) => `${contract.method.toUpperCase()} ${contract.path}`);
    expect(operations.map(([name]) => name).toSorted()).toEqual(mounted.toSorted());
  });

  it.each(operations)(
    "%s is not opened to it, with a cookie, with a key or without",
    async (_, method, path) => {
      const address = addressOf(method, path);
      const asked = [
        [victim.world.owner.client, method, "https://evil.test"],
        [victim.world.owner.client, method, "null"],
        [key, method, "https://localhost.evil.test"],
        [anybody, "OPTIONS", "https://evil.test"],
      ] as const;
      for (const [client, as, origin] of asked) {
        const wish = {
          "access-control-request-method": method,
          "access-control-request-headers": "authorization",
        };
        const headers = as === "OPTIONS" ? { origin, ...wish } : { origin };
        const answer = await client.send(as, address, { headers });
        const opened = [...answer.headers].filter(([name]) => name.startsWith("access-control-"));
        const known = path.startsWith("/f/") ? opened.filter((header) => !isOpenToAnybody(header)) : opened;
        expect(known, `${as} ${address} for ${origin}`).toEqual([]);
        expect(JSON.stringify([...answer.headers])).not.toContain("evil.test");
      }
    },
  );
});

/** Forms are filled in on any page, as nobody in particular: neither a cookie nor a key is let through (CORS-03). */
function isOpenToAnybody([name, value]: [string, string]): boolean {
  return openToAnybody[name] === value;
}

const openToAnybody: Record<string, string> = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, PUT",
  "access-control-allow-headers": "content-type",
  "access-control-max-age": "86400",
};

function addressOf(method: string, path: string): string {
  const contract = contractOf(method, path);
  if (!contract) throw new Error(`${method} ${path} is in the document and nowhere else.`);
  // Mail is nobody's in particular, so the victim has none.
  return samplePath(contract, { mail: "mail_unknown", ...victim.ids }).path;
}
