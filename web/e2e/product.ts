import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type BrowserServer, chromium as playwright } from "playwright-core";
import type { TestProject } from "vitest/node";
import { stopEverything } from "../../bin/local/commands.mjs";
import { findFreePort } from "../../bin/local/ports.mjs";
import { startProduct } from "../../bin/local/servers.mjs";
import { startEdge } from "./edge";
import { beginSessions, type SessionCookie } from "./sessions";

declare module "vitest" {
  interface ProvidedContext {
    address: string;
    browser: string;
    sampleSite: string;
    /** Of people in the demo world, by their addresses. */
    sessions: Record<string, SessionCookie>;
    /** The file that holds what the servers said. */
    log: string;
  }
}

/** Not the arguments the package proposes for lambdas: they switch off web security and share one process. */
const plain = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--font-render-hinting=none"];

/** Starts what `npm start` starts, in a state of its own, and a browser; both are gone when the tests are done. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), "tributary-browser-"));
  try {
    const port = await findFreePort();
    const product = await startProduct({ port, directory });
    const sessions = await beginSessions(`http://localhost:${port}`);
    const edge = await startEdge();
    const browser = await launch(edge.address);
    project.provide("address", `http://localhost:${port}`);
    project.provide("browser", browser.wsEndpoint());
    project.provide("sessions", sessions);
    project.provide("sampleSite", product.site.address);
    project.provide("log", product.state.logPath);
    return async () => {
      await browser.close();
      edge.stop();
      await product.stop();
      rmSync(directory, { recursive: true, force: true });
    };
  } catch (error) {
    await stopEverything();
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}

async function launch(edge: string): Promise<BrowserServer> {
  const executablePath = await chromium.executablePath();
  return await playwright.launchServer({ executablePath, args: plain, proxy: { server: edge } });
}
