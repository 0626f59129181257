import { route } from "../kernel/contract";
import { DomainError } from "../kernel/errors";
import { readText } from "../kernel/read-text";
import { noteOf, violationsIn } from "./violation";

const maxBytes = 20_000;
const notedAtOnce = 5;
const types = new Set(["application/csp-report", "application/reports+json", "application/json"]);

/**
 * Anybody can send anything here, so it leaves a few short lines in the log and nothing else: no row, no address of a
 * page beyond its shape, no word of what was in it (XSS-08).
 */
export const browserReportsRoute = route(
  {
    method: "post",
    path: "/v1/browser-reports",
    operation: "reportBrowserProblem",
    tag: "Platform",
    summary: "Tell what a page was stopped from doing",
    description:
      "Where browsers send violations of our pages' Content-Security-Policy: `application/csp-report`, or " +
      "`application/reports+json`, of at most 20 kB.",
    access: "public",
    rate: "report",
    answer: { status: 204 },
    problems: ["bad_request", "too_large", "unsupported_media_type"],
    budget: { read: 0, written: 0 },
  },
  async (ctx, { request }) => {
    const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
    if (!types.has(type))
      throw new DomainError("unsupported_media_type", "Send the report as application/reports+json.");
    const violations = violationsIn(parse(await readText(request.body, maxBytes)));
    for (const violation of violations.slice(0, notedAtOnce))
      ctx.log.info("browser_violation", noteOf(violation, ctx.settings.APP_URL));
    if (violations.length > notedAtOnce)
      ctx.log.info("browser_violation", { more: violations.length - notedAtOnce });
  },
);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DomainError("bad_request", "The report is not valid JSON.", { cause });
  }
}
