import type { Base } from "../../kernel/context";
import { DomainError, Invalid } from "../../kernel/errors";
import { readBytes } from "../../kernel/read-bytes";
import { formForVisitor } from "../receive";
import { callerOf, visitorContext } from "../visitor-context";
import { keepFile } from "./keep";

const mostBytes = 26_000_000;
/** Files cost space before anybody knows whether a form comes with them. */
const perCaller = [{ name: "uploads", quota: 40, windowSeconds: 600 }];

export async function receiveFile(base: Base, formId: string, request: Request): Promise<Response> {
  const form = await formForVisitor(base, formId, request.headers);
  await assertPace(base);
  const contentType = request.headers.get("content-type") ?? "";
  if (!contentType.toLowerCase().startsWith("multipart/form-data"))
    throw new DomainError("unsupported_media_type", "Send the file as multipart/form-data.");
  const body = await new Response(await readBytes(request.body, mostBytes), {
    headers: { "content-type": contentType },
  })
    .formData()
    .catch((cause: unknown) => {
      throw new DomainError("bad_request", "The form could not be read.", { cause });
    });
  const [key, file] = [body.get("key"), body.get("file")];
  const field = form.definition.fields.find((each) => each.type === "file" && each.key === key);
  if (!field)
    throw Invalid.field("/key", "unknown_field", "The form has no question for a file of that name.");
  if (file === null || typeof file === "string") throw Invalid.field("/file", "required", "Choose a file.");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kept = await keepFile(visitorContext(base, form), form.id, field, { name: file.name, bytes });
  return Response.json(kept, { status: 201 });
}

async function assertPace(base: Base): Promise<void> {
  const outcome = await base
    .charge(`uploads:${callerOf(base.origin.ipAddress)}`, perCaller)
    .catch((error: unknown) => {
      base.log.error("rate_limiter_down", error, { subject: "uploads" });
      return null;
    });
  if (!outcome || outcome.allowed) return;
  throw new DomainError(
    "too_many_requests",
    "So many files came from here that we take no more for a while.",
    {
      headers: { "retry-after": "600" },
    },
  );
}
