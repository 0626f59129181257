import { json, serve, type Server } from "./wire";

type Solved = { hostname: string; action: string };

/** Speaks Turnstile's siteverify: a token counts once, but the same attempt may ask again. Without tokens it is down. */
export function turnstileServer(secret: string, tokens: Record<string, Solved> | null): Server {
  const used = new Map<string, string>();
  return serve(({ body }) => {
    if (!tokens) return new Response("down", { status: 503 });
    // safe: the tests look at what the provider really sent
    const asked = JSON.parse(body) as { secret: string; response: string; idempotency_key: string };
    if (asked.secret !== secret) return json({ success: false, "error-codes": ["invalid-input-secret"] });
    const solved = tokens[asked.response];
    if (!solved) return json({ success: false, "error-codes": ["invalid-input-response"] });
    const before = used.get(asked.response) ?? asked.idempotency_key;
    used.set(asked.response, before);
    if (before !== asked.idempotency_key)
      return json({ success: false, "error-codes": ["timeout-or-duplicate"] });
    return json({ success: true, ...solved, "error-codes": [] });
  });
}
