import { summaryOf } from "../statistics.mjs";

const pauseMs = 100;

/** Somebody who looks at the list of leads again and again, until they are told to stop; how long they waited. */
export function startReading(ask) {
  const waits = [];
  const stopping = new AbortController();
  const reading = read(stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await reading;
      const { count, p50, p95 } = summaryOf(waits);
      return { count, p50: Math.round(p50), p95: Math.round(p95), max: Math.round(Math.max(...waits)) };
    },
  };

  async function read(stopped) {
    while (!stopped.aborted) {
      const asked = performance.now();
      await ask("GET", "/v1/leads?limit=50");
      waits.push(performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
