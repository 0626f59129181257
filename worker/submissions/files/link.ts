import * as z from "zod";
import { cellOf, type Id, isId } from "../../../db/ids";
import { files } from "../../../db/schema/cell/submissions";
import { and, eq } from "drizzle-orm";
import type { Base, Context } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { signToken, verifyToken } from "../../kernel/secrets";
import type { StoredFile } from "../queries";

const purpose = "submission-file";
const goodForMs = 600_000;
const shape = z.object({ fileId: z.string(), organizationId: z.string() });

/** For a member who was just allowed to see the submission: good for ten minutes, for this one file (ROLE-06). */
export async function fileLink(ctx: Context, { id: fileId }: Pick<StoredFile, "id">): Promise<string> {
  const data = { fileId, organizationId: ctx.organization.id };
  const claims = { purpose, data, expiresAt: ctx.now() + goodForMs };
  return `/v1/files/${fileId}?token=${await signToken(claims, ctx.settings.AUTH_SECRET)}`;
}

/** Saved, never shown: nothing in it runs on our origin, whatever it turns out to be (XSS-05). */
export async function answerFile(base: Base, id: Id<"file">, token: string): Promise<Response> {
  const file = await fileOf(base, id, token);
  const object = await base.providers.files.get(file.objectKey);
  if (!object) throw new NotFound();
  const plain = file.name.replaceAll(/[^\x20-\x7E]|["\\%]/g, "_");
  return new Response(object.body, {
    headers: {
      "content-type": file.type,
      "content-length": String(object.bytes),
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

async function fileOf(base: Base, id: Id<"file">, token: string): Promise<StoredFile> {
  const read = await verifyToken(token, purpose, base.settings.AUTH_SECRET, base.now());
  if (read.state !== "valid") throw new NotFound();
  const { fileId, organizationId } = shape.parse(read.data);
  if (fileId !== id || !isId("organization", organizationId)) throw new NotFound();
  const [file] = await base
    .openCell(cellOf(id))
    .select()
    .from(files)
    .where(and(eq(files.id, id), eq(files.organizationId, organizationId)));
  if (!file) throw new NotFound();
  return file;
}
