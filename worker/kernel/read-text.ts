import { DomainError } from "./errors";

/** Reads a body as text, counting bytes itself: what Content-Length says changes nothing (JSON-01). */
export async function readText(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<string> {
  if (!body) throw new DomainError("bad_request", "The body is empty; send a JSON object.");
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  let size = 0;
  let text = "";
  try {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > maxBytes) {
        throw new DomainError("too_large", `The body may have at most ${maxBytes} bytes.`);
      }
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError("bad_request", "The body is not valid UTF-8.", { cause: error });
  }
}
