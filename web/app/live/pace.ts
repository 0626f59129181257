import { whenSeen } from "./when-seen";

/** Several facts in one breath are one look. */
const breathMs = 120;
/** A look is several calls, and a person has a number of calls a minute: so many at once, then one each so long. */
const mostAtOnce = 8;
const eachMs = 3_000;

export type Pace = { soon(): void; stop(): void };

/** Looks soon after it is told to, seldom enough where something happens all the time, and not while nobody sees it. */
export function paced(look: () => void): Pace {
  let isWaiting = false;
  let paidUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let forget: (() => void) | undefined;

  function act(): void {
    isWaiting = false;
    paidUntil = Math.max(paidUntil, Date.now()) + eachMs;
    look();
  }

  return {
    soon() {
      if (isWaiting) return;
      isWaiting = true;
      const isFreeIn = paidUntil - (mostAtOnce - 1) * eachMs - Date.now();
      timer = setTimeout(() => (forget = whenSeen(act)), Math.max(breathMs, isFreeIn));
    },
    stop() {
      isWaiting = false;
      clearTimeout(timer);
      forget?.();
    },
  };
}
