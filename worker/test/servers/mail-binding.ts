export type TakenMessage = { from: string; to: string; raw: string };

/** Cloudflare's send_email as the runtime hands it over; with an error, or silence, instead of an answer on demand. */
export function mailBinding(failure?: Error | "slow"): { binding: SendEmail; taken: TakenMessage[] } {
  const taken: TakenMessage[] = [];
  const binding: SendEmail = {
    async send(message) {
      if (failure === "slow") return await new Promise<never>(() => undefined);
      if (failure) throw failure;
      // safe: the local runtime keeps the raw message under this key
      const raw = (message as unknown as Record<string, string>)["EmailMessage::raw"] ?? "";
      taken.push({ from: String(message.from), to: String(message.to), raw });
      return { messageId: `bound-${taken.length}` };
    },
  };
  return { binding, taken };
}
