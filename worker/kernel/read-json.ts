import type { BodyLimit } from "./contract";
import { DomainError, Invalid } from "./errors";
import { readText } from "./read-text";

const maxDepth = 32;

/** Reads a body as JSON, and refuses what is no plain object before a schema sees it (JSON-01). */
export async function readJsonObject(
  request: Request,
  { bytes, keys }: BodyLimit,
): Promise<{ text: string; body: object }> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw new DomainError("unsupported_media_type", "Send the body as application/json.");
  }
  const text = await readText(request.body, bytes);
  return { text, body: parseJsonObject(text, keys) };
}

/** For a text that came some other way, such as a beacon's. */
export function parseJsonObject(text: string, keys: number): object {
  assertShape(text, keys);
  return parseObject(text);
}

/** Counts depth and keys on the text, before parsing costs anything, and refuses prototype keys anywhere (JSON-02). */
function assertShape(text: string, maxKeys: number): void {
  let depth = 0;
  let keys = 0;
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"\s*:?|[{}[\]]/g)) {
    const first = token[0][0];
    if (first === "{" || first === "[") depth++;
    else if (first === "}" || first === "]") depth--;
    else if (token[0].endsWith(":")) keys++;
    if (depth > maxDepth) throw Invalid.field("", "too_deep", `Nest at most ${maxDepth} levels.`);
    if (keys > maxKeys) throw Invalid.field("", "too_many_keys", `Send at most ${maxKeys} keys.`);
  }
}

function parseObject(text: string): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text, refusePrototype);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError("bad_request", "The body is not valid JSON.", { cause: error });
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw Invalid.field("", "not_an_object", "Send a JSON object.");
  }
  return parsed;
}

function refusePrototype(key: string, value: unknown): unknown {
  if (key === "__proto__" || key === "constructor" || key === "prototype") {
    throw Invalid.field(`/${key}`, "unknown_field", "This field is not known.");
  }
  return value;
}
