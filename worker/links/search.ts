import { sql } from "drizzle-orm";
import { managedUrls } from "../../db/schema/cell/links";
import { type Beginning, namesBeginningWith } from "../kernel/beginnings";

/** What is looked for: a name, a slug (also as a whole short address) or a target, with or without its scheme and www. */
export function linksBeginningWith(typed: string): Beginning[] {
  const name = sql<string>`lower(${managedUrls.name})`;
  return [
    ...namesBeginningWith(typed).map((prefix) => ({ key: name, prefix })),
    { key: managedUrls.slug, prefix: slugIn(typed) },
    ...addressesIn(typed).map((prefix) => ({ key: managedUrls.url, prefix })),
  ];
}

function slugIn(typed: string): string {
  return typed.toLowerCase().replace(/^.*\/l\/(?=[^/]+$)/, "");
}

const schemes = ["https://", "http://"];

function addressesIn(typed: string): string[] {
  const [, scheme = "", host = "", path = ""] = /^(https?:\/\/)?([^/]*)(.*)$/i.exec(typed) ?? [];
  const rest = host.toLowerCase() + path;
  if (scheme !== "") return [scheme.toLowerCase() + rest];
  return schemes.flatMap((each) =>
    rest.startsWith("www.") ? [each + rest] : [each + rest, `${each}www.${rest}`],
  );
}
