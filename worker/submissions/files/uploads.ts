import type { PublishedForm } from "../../forms";
import type { Context } from "../../kernel/context";
import { keepFile } from "./keep";

type Upload = { key: string; file: File };

/** Files that came with a plain post, each kept as if it had been sent ahead: the answer then names them. */
export async function keepUploads(
  ctx: Context,
  { id, definition }: PublishedForm,
  uploads: Upload[],
): Promise<Record<string, string[]>> {
  const kept: Record<string, string[]> = {};
  for (const { key, file } of uploads) {
    const field = definition.fields.find((each) => each.key === key && each.type === "file");
    if (!field || (kept[key]?.length ?? 0) >= (field.rules?.maxFiles ?? 1)) continue;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { id: fileId } = await keepFile(ctx, id, field, { name: file.name, bytes });
    (kept[key] ??= []).push(fileId);
  }
  return kept;
}
