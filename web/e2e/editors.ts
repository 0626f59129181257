import { inject } from "vitest";
import { demo, doubles } from "./credentials";

/** More calls than any one test makes. */
const enough = 300;

let standingIn: string | undefined;

/** Who stands in for the demo person in this test: one of them does in a minute here what takes people an hour. */
export async function standIn(): Promise<string> {
  standingIn ??= await freest();
  return standingIn;
}

/** The next test begins with somebody who has calls left this minute. */
export function changeStandIn(): void {
  standingIn = undefined;
}

async function freest(): Promise<string> {
  const left = await Promise.all(
    [demo, ...doubles].map(async ({ email }) => ({ email, ...(await roomOf(email)) })),
  );
  const [best] = left.toSorted((one, other) => other.calls - one.calls);
  if (!best) return demo.email;
  if (best.calls < enough) await new Promise((resolve) => setTimeout(resolve, best.seconds * 1000));
  return best.email;
}

/** The API says how much is left, and for how long. */
async function roomOf(email: string): Promise<{ calls: number; seconds: number }> {
  const session = inject("sessions")[email];
  if (!session) return { calls: 0, seconds: 0 };
  const headers = { cookie: `${session.name}=${session.value}` };
  const { headers: answer } = await fetch(`${inject("address")}/v1/me`, { headers });
  const said = /"default";r=(\d+);t=(\d+)/.exec(answer.get("ratelimit") ?? "");
  return { calls: Number(said?.[1] ?? 0), seconds: Number(said?.[2] ?? 0) };
}
