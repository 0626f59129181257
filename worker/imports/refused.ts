import type { Id } from "../../db/ids";
import { authorize, type Context } from "../kernel/context";
import { csvLine } from "../kernel/csv";
import { getImport, lotsAfter } from "./queries";

const lotsInPage = 20;

/** The rows that were not taken as they stood in the file, each with what is wrong: mended, it is a file to import again. */
export async function refusedRows(ctx: Context, id: Id<"leadImport">): Promise<ReadableStream<Uint8Array>> {
  authorize(ctx, "leads:import");
  authorize(ctx, "leads:contact");
  const { head, hasHeader } = await getImport(ctx, id);
  const text = lines(ctx, id, hasHeader ? (head[0] ?? []) : []);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await text.return(undefined);
    },
  });
}

async function* lines(ctx: Context, id: Id<"leadImport">, names: string[]): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(["Row", "Problem", ...names])}`;
  for (let after: { lot: number; part: number } | undefined = { lot: -1, part: 0 }; after;) {
    const lots: Awaited<ReturnType<typeof lotsAfter>> = await lotsAfter(ctx, id, after, lotsInPage);
    yield lots
      .flatMap(({ refused }) => refused)
      .map(({ row, cells, errors }) =>
        csvLine([
          row,
          errors.map(({ column, detail }) => (column ? `${column}: ${detail}` : detail)).join(" "),
          ...cells,
        ]),
      )
      .join("");
    after = lots.length < lotsInPage ? undefined : lots.at(-1);
  }
}
