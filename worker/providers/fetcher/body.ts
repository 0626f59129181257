import { untilAborted } from "../deadline";
import { refusal } from "./refusals";

/**
 * Counts what arrives after decompression, so that a small compressed answer cannot become a large one in memory. What
 * exceeds the limit is never buffered: the stream is cancelled, and the answer refused or cut there.
 */
export async function readBounded(
  body: ReadableStream<Uint8Array> | null,
  limit: { maxBytes: number; oversize: "refuse" | "cut" },
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array; truncated: boolean }> {
  if (!body) return { bytes: new Uint8Array(), truncated: false };
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await untilAborted(reader.read(), signal);
      if (done) return { bytes: join(chunks, size), truncated: false };
      const kept = value.subarray(0, limit.maxBytes - size);
      chunks.push(kept);
      size += kept.byteLength;
      if (kept.byteLength === value.byteLength) continue;
      if (limit.oversize === "refuse") throw refusal("too_large");
      return { bytes: join(chunks, size), truncated: true };
    }
  } finally {
    // Not awaited: a peer that never answers must not hold us, and a finished stream ignores it.
    reader.cancel().catch(() => undefined);
  }
}

function join(chunks: Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
