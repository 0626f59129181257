import * as z from "zod";
import { type FormDefinition, type RawAnswers, readPost } from "../forms";
import { DomainError, Invalid } from "../kernel/errors";
import { readBytes } from "../kernel/read-bytes";
import { readJsonObject } from "../kernel/read-json";

/** What came in, whichever way; nothing of it has been believed yet. */
export type Arrival = {
  /** Null where the sender has none: then what was sent stands for itself. */
  ownId: string | null;
  token: string;
  honeypot: string;
  raw: RawAnswers;
  language: string | null;
  page: string | null;
  referrer: string | null;
  utm: Partial<Record<(typeof utmNames)[number], string>>;
  click: string | null;
  visitorMark: string | null;
  draft: string | null;
  challenge: string | null;
  isFramed: boolean;
  /** A plain post of a page without script: it is answered with pages. */
  isPost: boolean;
  uploads: { key: string; file: File }[];
};

export const utmNames = ["source", "medium", "campaign", "term", "content"] as const;
const words = z.string().max(2000);
const mark = z.string().max(200);
const limits = { json: { bytes: 256_000, keys: 2000 }, post: 256_000, withFiles: 30_000_000 };

export const submissionBody = z.strictObject({
  id: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional()
    .meta({ description: "Made by whoever sends: the same id again is the same submission." }),
  token: z
    .string()
    .max(500)
    .default("")
    .meta({ description: "From the form’s definition: when it was shown." }),
  answers: z
    .record(z.string().max(60), z.unknown())
    .meta({ description: "By the keys of the form’s fields." }),
  language: z.string().max(35).optional(),
  website: z.string().max(2000).default("").meta({ description: "Stays empty; robots fill it in." }),
  page: words.optional(),
  referrer: words.optional(),
  utm: z.partialRecord(z.enum(utmNames), words).default({}),
  clickId: mark.optional(),
  visitor: mark.optional(),
  draft: mark.optional(),
  challenge: z.string().max(3000).optional(),
});

/** Nobody's JSON or form: there is no telling what it says (JSON-03). */
const unknownType = () =>
  new DomainError("unsupported_media_type", "Send JSON, or a form as a browser does.");

export function isPlainPost(request: Request): boolean {
  return typeOf(request) !== "application/json";
}

export async function readArrival(request: Request, definition: FormDefinition): Promise<Arrival> {
  const type = typeOf(request);
  if (type === "application/json") return await readSentJson(request);
  if (type !== "application/x-www-form-urlencoded" && type !== "multipart/form-data") throw unknownType();
  const bytes = await readBytes(
    request.body,
    type === "multipart/form-data" ? limits.withFiles : limits.post,
  );
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(bytes, { headers }).formData().catch((cause: unknown) => {
    throw new DomainError("bad_request", "The form could not be read.", { cause });
  });
  return arrivalOfForm(form, definition);
}

function typeOf(request: Request): string {
  return request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
}

async function readSentJson(request: Request): Promise<Arrival> {
  const { body } = await readJsonObject(request, limits.json);
  const parsed = submissionBody.safeParse(body);
  if (!parsed.success) throw invalidBody(parsed.error);
  const { id, website, answers, page, referrer, clickId, visitor, draft, challenge, language, ...rest } =
    parsed.data;
  return {
    ...rest,
    ownId: id ?? null,
    honeypot: website,
    raw: answers,
    language: language ?? null,
    page: page ?? null,
    referrer: referrer ?? null,
    click: clickId ?? null,
    visitorMark: visitor ?? null,
    draft: draft ?? null,
    challenge: challenge ?? null,
    isFramed: false,
    isPost: false,
    uploads: [],
  };
}

function invalidBody(error: z.ZodError): Invalid {
  return new Invalid(
    error.issues.flatMap((issue) => {
      const pointer = issue.path.map((part) => `/${String(part)}`).join("");
      return issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => ({
            pointer: `${pointer}/${key}`,
            code: "unknown_field",
            detail: `“${key}” is not a field here.`,
          }))
        : [{ pointer, code: issue.code, detail: issue.message }];
    }),
  );
}

/** Control parameters begin with an underscore, which no field's key does. */
function arrivalOfForm(form: FormData, definition: FormDefinition): Arrival {
  const entries = [...form.entries()];
  const said = (name: string, longest = 2000) => {
    const value = form.get(name);
    return typeof value === "string" && value !== "" ? value.slice(0, longest) : null;
  };
  const ownId = said("_id", 64);
  return {
    ownId: ownId && /^[\w-]{8,64}$/.test(ownId) ? ownId : null,
    token: said("_t", 500) ?? "",
    honeypot: said("_website") ?? "",
    raw: readPost(
      definition,
      entries.filter(([, value]) => typeof value === "string"),
    ),
    language: said("_lang", 35),
    page: said("_page"),
    referrer: said("_ref"),
    utm: Object.fromEntries(
      utmNames.flatMap((name) => {
        const value = said(`_utm_${name}`);
        return value === null ? [] : [[name, value]];
      }),
    ),
    click: said("_click", 200),
    visitorMark: said("_visitor", 200),
    draft: said("_draft", 200),
    challenge: said("cf-turnstile-response", 3000),
    isFramed: form.get("_frame") === "1",
    isPost: true,
    uploads: entries.flatMap(([key, file]) =>
      typeof file === "string" || file.size === 0 ? [] : [{ key, file }],
    ),
  };
}
