import * as z from "zod";

const most = 200;

/** A host name on each line, or with commas; a whole address counts as its host. */
const hosts = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter((line) => line !== ""))
  .refine((list) => list.length <= most, `Use at most ${most} host names.`)
  .refine((list) => list.every(isHost), "Write host names such as “example.com”, one on each line.");

export const linkTargetsSchema = z.object({ allowedHosts: hosts, blockedHosts: hosts });

function isHost(typed: string): boolean {
  const name = typed
    .replace(/^https?:\/\//i, "")
    .replace(/^\*?\./, "")
    .replace(/[/?#].*$/, "");
  return (
    name === "localhost" || (/^[^.@:\\*]+(\.[^.@:\\*]+)+\.?$/.test(name) && URL.canParse(`http://${name}`))
  );
}
