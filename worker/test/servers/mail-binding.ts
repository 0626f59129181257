export type TakenMessage = { from: string; to: string; raw: string };

/** Cloudflare's send_email as the runtime hands it over; with an error, or silence, instead of an answer on demand. */
export function mailBinding(failure?: Error | "slow"): { binding: SendEmail; taken: TakenMessage[] } {
  const taken: TakenMessage[] = [];
  const binding: SendEmail = {
    async send(message) {
      if (failure === "slow") return await new Promise<never>(() => undefined);
      if (failure) throw failure;
      // safe: we send messages, not builders, and the local runtime keeps the raw text under this key
      const {
        from,
        to,
        "EmailMessage::raw": raw,
      } = message as EmailMessage & { "EmailMessage::raw": string };
      taken.push({ from, to, raw });
      return { messageId: `bound-${taken.length}` };
    },
  };
  return { binding, taken };
}
