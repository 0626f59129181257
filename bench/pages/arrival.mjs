/** A phone on a mobile network far from the server: the round trip of another continent, a processor four times slower. */
const farAway = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
};
const slowdown = 4;

/** A window as somebody has it who is far away; `cookies` are of whom it is. */
export async function openFarAway({ browser, address, cookies = [] }) {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 800 } });
  await context.addCookies(cookies);
  await context.addInitScript(watch);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", farAway);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  return { context, page, traffic: count(devtools) };
}

/** Opens a page and says how it arrived. */
export async function arrive({ page, traffic }, path) {
  traffic.reset();
  await page.goto(path, { waitUntil: "load" });
  await page.waitForFunction(
    () => window.arrival.usableAt !== null || !document.querySelector("script[type=module]"),
  );
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => window.arrival.tell());
  return { ...traffic.tell(), ...seen };
}

/** From a click on a link to the screen that it leads to; `hoverMs` is how long the pointer rests on it before. */
export async function timeMove({ page }, { link, heading, hoverMs }) {
  const door = page.locator("nav[aria-label=Main]").getByRole("link", { name: link, exact: true });
  await door.waitFor();
  if (hoverMs) {
    await door.hover();
    await page.waitForTimeout(hoverMs);
  }
  await page.evaluate(() => window.arrival.forget());
  return await door.evaluate(clickAndWait, heading);
}

function clickAndWait(door, heading) {
  return new Promise((resolve) => {
    const at = performance.now();
    door.click();
    const look = () => {
      const isThere = document.querySelector("h1")?.textContent.includes(heading);
      if (!isThere) return requestAnimationFrame(look);
      requestAnimationFrame(() =>
        setTimeout(() =>
          resolve({
            shownMs: Math.round(performance.now() - at),
            longestTaskMs: window.arrival.tell().longestTaskMs,
          }),
        ),
      );
    };
    look();
  });
}

function count(devtools) {
  let [requests, bytes] = [0, 0];
  const fromNetwork = new Set();
  devtools.on("Network.responseReceived", ({ requestId, response }) => {
    if (!response.fromDiskCache && !response.fromPrefetchCache) fromNetwork.add(requestId);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!fromNetwork.delete(requestId) || encodedDataLength === 0) return;
    requests += 1;
    bytes += encodedDataLength;
  });
  return {
    reset: () => ([requests, bytes] = [0, 0]),
    tell: () => ({ requests, kilobytes: Math.round(bytes / 1000) }),
  };
}

/** Runs in the page before anything else. Usable is when React has taken the whole page over: then a click does something. */
function watch() {
  const seen = { lcp: 0, cls: 0, tasks: [] };
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe("largest-contentful-paint", ({ startTime }) => (seen.lcp = startTime));
  observe("layout-shift", ({ value, hadRecentInput }) => (seen.cls += hadRecentInput ? 0 : value));
  observe("longtask", ({ duration }) => seen.tasks.push(duration));
  const isUsable = () => {
    const root = Object.entries(document).find(([name]) => name.startsWith("__reactContainer$"))?.[1];
    return root?.stateNode.current.memoizedState.isDehydrated === false;
  };
  const look = () => {
    if (isUsable()) window.arrival.usableAt = performance.now();
    else setTimeout(look, 8);
  };
  window.arrival = {
    usableAt: null,
    forget: () => (seen.tasks = []),
    tell: () => ({
      firstPaintMs: Math.round(performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0),
      largestPaintMs: Math.round(seen.lcp),
      usableMs: window.arrival.usableAt === null ? null : Math.round(window.arrival.usableAt),
      shift: Math.round(seen.cls * 1000) / 1000,
      longTasks: seen.tasks.length,
      longestTaskMs: Math.round(Math.max(0, ...seen.tasks)),
    }),
  };
  look();
}
