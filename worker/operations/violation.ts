import * as z from "zod";

const words = z.string().max(10_000).optional().catch(undefined);
const number = z.number().int().nonnegative().optional().catch(undefined);

/** What `report-uri` sends. */
const classic = z
  .object({
    "csp-report": z.object({
      "document-uri": words,
      "effective-directive": words,
      "violated-directive": words,
      "blocked-uri": words,
      "source-file": words,
      "line-number": number,
      disposition: words,
    }),
  })
  .transform(({ "csp-report": report }) => [
    {
      page: report["document-uri"],
      directive: report["effective-directive"] ?? report["violated-directive"],
      blocked: report["blocked-uri"],
      source: report["source-file"],
      line: report["line-number"],
      disposition: report.disposition,
    },
  ]);

/** What `report-to` sends: many at once, and other kinds between them. */
const batch = z.array(z.unknown()).transform((reports) =>
  reports.flatMap((report) => {
    const { data } = single.safeParse(report);
    return data ? [data] : [];
  }),
);

const single = z
  .object({
    type: z.literal("csp-violation"),
    body: z.object({
      documentURL: words,
      effectiveDirective: words,
      blockedURL: words,
      sourceFile: words,
      lineNumber: number,
      disposition: words,
    }),
  })
  .transform(({ body }) => ({
    page: body.documentURL,
    directive: body.effectiveDirective,
    blocked: body.blockedURL,
    source: body.sourceFile,
    line: body.lineNumber,
    disposition: body.disposition,
  }));

export type Violation = z.output<typeof single>;

/** Empty for anything that no browser would send. */
export function violationsIn(report: unknown): Violation[] {
  return z.union([classic, batch]).safeParse(report).data ?? [];
}

/** What of it may stand in a log: names of the policy, places without queries, and no more than a line of it. */
export function noteOf(violation: Violation, appUrl: string) {
  const { page, directive, blocked, source, line, disposition } = violation;
  return {
    directive: /^[a-z-]{1,40}/.exec(directive ?? "")?.[0] ?? "unknown",
    enforced: disposition !== "report",
    blocked: placeOf(blocked, appUrl),
    page: placeOf(page, appUrl),
    source: placeOf(source, appUrl),
    ...(line === undefined ? {} : { line }),
  };
}

/** Our own by path, where what looks like an id or a secret is left out; another's by host alone. */
function placeOf(place: string | undefined, appUrl: string): string | null {
  if (place === undefined || place === "") return null;
  if (/^[a-z-]{1,30}$/.test(place)) return place;
  const url = URL.parse(place);
  if (!url) return "unreadable";
  if (url.protocol !== "https:" && url.protocol !== "http:") return url.protocol.slice(0, 30);
  if (url.origin !== new URL(appUrl).origin) return url.origin.slice(0, 100);
  return url.pathname
    .split("/")
    .map((part) => (/^[\w.-]{1,40}$/.test(part) && !looksLikeSecret(part) ? part : part && "…"))
    .join("/")
    .slice(0, 120);
}

function looksLikeSecret(part: string): boolean {
  return part.length >= 16 && /\d/.test(part) && !/\.(?:js|css)$/.test(part);
}
