import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { paced } from "./pace";

const page = { visibilityState: "visible", addEventListener: vi.fn() };

beforeEach(() => {
  vi.useFakeTimers();
  page.visibilityState = "visible";
  page.addEventListener.mockClear();
  vi.stubGlobal("document", page);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("many facts in one breath are one look, and the next breath has its own", () => {
  const look = vi.fn();
  const pace = paced(look);
  for (let fact = 0; fact < 20; fact++) pace.soon();
  vi.advanceTimersByTime(200);
  expect(look).toHaveBeenCalledTimes(1);
  pace.soon();
  vi.advanceTimersByTime(200);
  expect(look).toHaveBeenCalledTimes(2);
});

it("where something happens all the time there are some looks at once, and then one every three seconds", () => {
  const look = vi.fn();
  const pace = paced(look);
  for (let at = 0; at < 60_000; at += 50) {
    pace.soon();
    vi.advanceTimersByTime(50);
  }
  expect(look.mock.calls.length).toBeGreaterThan(20);
  expect(look.mock.calls.length).toBeLessThan(30);
});

it("a page that nobody sees looks once somebody comes back to it", () => {
  const look = vi.fn();
  const pace = paced(look);
  page.visibilityState = "hidden";
  pace.soon();
  vi.advanceTimersByTime(60_000);
  pace.soon();
  expect(look).not.toHaveBeenCalled();
  const [[, comeBack]] = page.addEventListener.mock.calls as [[string, () => void]];
  page.visibilityState = "visible";
  comeBack();
  expect(look).toHaveBeenCalledTimes(1);
  expect(page.addEventListener).toHaveBeenCalledTimes(1);
});

it("what was told to stop does not look any more", () => {
  const look = vi.fn();
  const pace = paced(look);
  pace.soon();
  pace.stop();
  vi.advanceTimersByTime(1_000);
  expect(look).not.toHaveBeenCalled();
});
