import type { Base } from "../kernel/context";
import { generationStopped, readSwitch } from "./switch";

const lookEveryMs = 2500;

export type Watch = { signal: AbortSignal; stopped(): boolean; end(): void };

/** Looks at the emergency stop while a model writes, so that the longest text ends within seconds of it (COST-02). */
export function watchSwitch(base: Base, caller: AbortSignal | undefined, everyMs = lookEveryMs): Watch {
  const controller = new AbortController();
  const timer = setInterval(() => {
    readSwitch(base)
      .then(({ stop }) => stop && controller.abort(generationStopped()))
      .catch((error: unknown) => base.log.error("switch_unreadable", error));
  }, everyMs);
  return {
    signal: caller ? AbortSignal.any([controller.signal, caller]) : controller.signal,
    stopped: () => controller.signal.aborted,
    end: () => clearInterval(timer),
  };
}
