import * as z from "zod";
import type { FetcherPort } from "../../kernel/ports";
import { callWordPress, said, type WordPress } from "./api";

const root = z.object({ namespaces: z.array(z.string()) });
const user = z.object({
  id: z.number(),
  name: z.string(),
  capabilities: z.record(z.string(), z.unknown()).optional(),
});

/** Finds where a site's REST interface is: by the two addresses it can have. Asked without any password. */
export async function discoverApi(fetcher: FetcherPort, url: string): Promise<string> {
  const base = url.replace(/\/+$/, "");
  for (const candidate of [`${base}/wp-json/`, `${base}/?rest_route=/`]) {
    const page = await fetcher.fetch({ url: candidate, accept: "any", maxRedirects: 0, timeoutMs: 10_000 });
    if (page.status >= 300 && page.status < 400) throw said("refuse", "moved");
    if (page.status !== 200) continue;
    const parsed = root.safeParse(jsonOf(page.body));
    if (parsed.data?.namespaces.includes("wp/v2")) return candidate;
  }
  throw said("refuse", "no_api");
}

/** Who this is there, and that they may publish. */
export async function assertMayPublish(site: WordPress): Promise<string> {
  const answer = user.safeParse(
    await callWordPress(site, { method: "GET", path: "users/me", query: { context: "edit" } }),
  );
  if (!answer.success) throw said("refuse", "not_data");
  if (answer.data.capabilities && !answer.data.capabilities["publish_posts"])
    throw said("refuse", "not_allowed");
  return answer.data.name;
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    return null;
  }
}
