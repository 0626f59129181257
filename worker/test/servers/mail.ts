import { cutAfter, json, serve, type Server, silence } from "./wire";

export type MailFault =
  | "rate_limited"
  | "quota"
  | "server_error"
  | "slow"
  | "cut_stream"
  | "bad_json"
  | "unverified_sender"
  | "refused"
  | "busy"
  | "unreachable";

export type SentMail = {
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  [more: string]: unknown;
};

const apiKey = "re_test_key";

/** A mail provider that speaks Resend's API. Each request takes the next fault; without one the mail is sent. */
export function mailServer(...faults: MailFault[]): Server & { sent: SentMail[]; apiKey: string } {
  const sent: SentMail[] = [];
  const ids = new Map<string, { id: string; body: string }>();
  const server = serve(({ method, url, headers, body }, request) => {
    const fault = faults.shift();
    if (fault) return answerFault(fault, request);
    if (method !== "POST" || url.pathname !== "/emails") return problem(404, "not_found");
    if (headers.get("authorization") !== `Bearer ${apiKey}`) return problem(403, "invalid_api_key");
    const known = ids.get(headers.get("idempotency-key") ?? "");
    if (known)
      return known.body === body ? json({ id: known.id }) : problem(409, "invalid_idempotent_request");
    // safe: the tests look at what the provider really sent
    const mail = JSON.parse(body) as SentMail;
    if (!mail.from || !mail.subject || mail.to.length === 0) return problem(422, "missing_required_field");
    const id = `sent-${sent.push(mail)}`;
    ids.set(headers.get("idempotency-key") ?? id, { id, body });
    return json({ id });
  });
  return { ...server, sent, apiKey };
}

function answerFault(fault: MailFault, request: Request): Response | Promise<Response> {
  switch (fault) {
    case "rate_limited":
      return problem(429, "rate_limit_exceeded", { "retry-after": "2" });
    case "quota":
      return problem(429, "daily_quota_exceeded");
    case "server_error":
      return problem(500, "application_error");
    case "slow":
      return silence(request);
    case "cut_stream":
      return new Response(cutAfter('{"id":"sen'), { headers: { "content-type": "application/json" } });
    case "bad_json":
      return new Response("<html>all is well</html>");
    case "unverified_sender":
      return problem(403, "validation_error");
    case "refused":
      return problem(422, "validation_error");
    case "busy":
      return problem(409, "concurrent_idempotent_requests");
    case "unreachable":
      throw new TypeError("Network connection lost");
  }
}

function problem(statusCode: number, name: string, headers?: Record<string, string>): Response {
  return json({ statusCode, name, message: "Words of the provider" }, statusCode, headers);
}
