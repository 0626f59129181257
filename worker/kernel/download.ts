/** Reads on when what was read has been taken. */
export function streamed(parts: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

/** Saved and never shown. The name is ours: nothing in it needs quoting. */
export function download(stream: ReadableStream<Uint8Array>, name: string, type = "text/csv; charset=utf-8") {
  return new Response(stream, {
    headers: { "content-type": type, "content-disposition": `attachment; filename="${name}"` },
  });
}

/** The day at the end of a file's name. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}
