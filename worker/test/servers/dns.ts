import { json, serve, type Server, silence } from "./wire";

export type DnsFault = "server_failure" | "unreachable" | "slow" | "bad_json";

/** A resolver that speaks DNS over HTTPS in JSON. A list of lists answers successive lookups of a name one after another. */
export function dnsServer(names: Record<string, string[] | string[][]>, fault?: DnsFault): Server {
  const lookups = new Map<string, number>();
  return serve(({ url, headers }, request) => {
    if (fault === "unreachable") throw new TypeError("The network is unreachable");
    if (fault === "slow") return silence(request);
    if (fault === "bad_json") return new Response("<html>captive portal</html>");
    if (fault === "server_failure") return json({ Status: 2 });
    if (headers.get("accept") !== "application/dns-json") return new Response("", { status: 415 });
    const name = url.searchParams.get("name") ?? "";
    const type = url.searchParams.get("type") ?? "A";
    const turn = lookups.get(`${name} ${type}`) ?? 0;
    lookups.set(`${name} ${type}`, turn + 1);
    const answers = answersAt(names[name], turn).flatMap((data) => recordOf(data, type, name));
    return json(names[name] ? { Status: 0, Answer: answers } : { Status: 3 });
  });
}

function answersAt(answers: string[] | string[][] | undefined, turn: number): string[] {
  const first = answers?.[0];
  if (answers === undefined || first === undefined) return [];
  // safe: the first element tells which of the two shapes this is
  if (typeof first === "string") return answers as string[];
  return (answers[Math.min(turn, answers.length - 1)] ?? first) as string[]; // safe: as above
}

/** An alias comes with both families; an address with its own. */
function recordOf(data: string, type: string, name: string) {
  const isAlias = /[g-z]/i.test(data);
  if (isAlias) return [{ name, type: 5, TTL: 60, data: `${data}.` }];
  if (data.includes(":") !== (type === "AAAA")) return [];
  return [{ name, type: type === "AAAA" ? 28 : 1, TTL: 60, data }];
}
