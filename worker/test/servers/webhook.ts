import { cutAfter, type Handler, serve, type Server, silence } from "./wire";

export type WebhookFault =
  | "refused"
  | "server_error"
  | "busy"
  | "gone"
  | "slow"
  | "cut_stream"
  | "redirect_private";
export type Delivery = { id: string; timestamp: number; body: string; signatures: string[] };

/** A receiver that keeps what it gets and checks signatures as Standard Webhooks tells receivers to. */
export function webhookServer(...faults: WebhookFault[]): Server & {
  deliveries: Delivery[];
  isGenuine(delivery: Delivery | undefined, secret: string): Promise<boolean>;
} {
  const deliveries: Delivery[] = [];
  const handle: Handler = ({ headers, body }, request) => {
    deliveries.push({
      id: headers.get("webhook-id") ?? "",
      timestamp: Number(headers.get("webhook-timestamp")),
      body,
      signatures: (headers.get("webhook-signature") ?? "").split(" "),
    });
    const fault = faults.shift();
    return fault ? answerFault(fault, request) : new Response("secret words of the receiver");
  };
  return { ...serve(handle), deliveries, isGenuine };
}

async function isGenuine(delivery: Delivery | undefined, secret: string): Promise<boolean> {
  if (!delivery) return false;
  const bytes = Uint8Array.from(atob(secret.slice("whsec_".length)), (each) => each.charCodeAt(0));
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes, algorithm, false, ["verify"]);
  const signed = new TextEncoder().encode(`${delivery.id}.${delivery.timestamp}.${delivery.body}`);
  const verdicts = delivery.signatures.map((signature) => {
    const mac = Uint8Array.from(atob(signature.replace(/^v1,/, "")), (each) => each.charCodeAt(0));
    return crypto.subtle.verify("HMAC", key, mac, signed);
  });
  return (await Promise.all(verdicts)).includes(true);
}

function answerFault(fault: WebhookFault, request: Request): Response | Promise<Response> {
  switch (fault) {
    case "refused":
      return new Response("no", { status: 401 });
    case "server_error":
      return new Response("no", { status: 500 });
    case "busy":
      return new Response("later", { status: 429, headers: { "retry-after": "30" } });
    case "gone":
      return new Response(null, { status: 410 });
    case "slow":
      return silence(request);
    case "cut_stream":
      return new Response(cutAfter("o"), { status: 200 });
    case "redirect_private":
      return new Response(null, { status: 302, headers: { location: "http://127.0.0.1/" } });
  }
}
