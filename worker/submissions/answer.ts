import { type FormPage, type NoticeKind, renderFormNotice, renderHostedForm, safeTarget } from "../forms";
import type { Base } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { isPlainPost, utmNames } from "./arrival";
import { NotAnswered, type Received, receiveSubmission } from "./receive";
import { startToken } from "./start-token";

/** To a script JSON, to a page without one the next page; a visitor is never shown our own words for trouble. */
export async function answerSubmission(base: Base, formId: string, request: Request): Promise<Response> {
  if (!isPlainPost(request))
    return Response.json(sentToWire(await receiveSubmission(base, formId, request)), { status: 201 });
  try {
    return thank(await receiveSubmission(base, formId, request));
  } catch (error) {
    if (error instanceof NotAnswered) return await askAgain(base, error);
    const known = error instanceof DomainError ? error : null;
    if (known?.code === "unsupported_media_type") throw error;
    if (!known) base.log.error("submission_failed", error, { formId });
    return pageOf(
      await renderFormNotice(noticeFor(known), { appUrl: base.settings.APP_URL }),
      known?.status ?? 503,
    );
  }
}

function sentToWire({ id, ending }: Received) {
  const { key, kind, title, text = "", buttonLabel = null } = ending;
  return { id, ending: { key, kind, title, text, buttonLabel, redirectUrl: safeTarget(ending.url) } };
}

/** See other: a page that is loaded again asks for the thanks again and sends nothing. */
function thank({ ending, form, language, isFramed }: Received): Response {
  const target = ending.kind === "redirect" ? safeTarget(ending.url) : null;
  const query = new URLSearchParams({ e: ending.key, lang: language, ...(isFramed ? { frame: "1" } : {}) });
  const location = target ?? `/f/${form.id}/thanks?${query.toString()}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}

/** The same page with what was typed, and what is to be mended beside each question. */
async function askAgain(base: Base, { form, arrival, language, faults }: NotAnswered): Promise<Response> {
  const { utm, click, visitorMark, draft, ownId, isFramed, page, referrer } = arrival;
  const carried = {
    _id: ownId,
    _t: arrival.token || (await startToken(base, form.id)),
    _lang: language,
    _click: click,
    _visitor: visitorMark,
    _draft: draft,
    _page: page,
    _ref: referrer,
    _frame: isFramed ? "1" : null,
    ...Object.fromEntries(utmNames.map((name) => [`_utm_${name}`, utm[name] ?? null])),
  };
  const kept = Object.entries(carried).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const shown = await renderHostedForm(form, {
    language,
    values: arrival.raw,
    faults,
    carried: Object.fromEntries(kept),
    isFramed,
    appUrl: base.settings.APP_URL,
  });
  return pageOf(shown, 422);
}

function pageOf({ html, headers }: FormPage, status: number): Response {
  return new Response(html, { status, headers });
}

function noticeFor(error: DomainError | null): NoticeKind {
  if (error?.code === "not_found") return "unknown";
  if (error?.code === "too_many_requests") return "too_fast";
  if (error?.reason === "form_full") return "full";
  if (error?.reason === "form_not_yet_open") return "not_yet_open";
  return error?.code === "gone" ? "closed" : "broken";
}
