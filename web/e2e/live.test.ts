import { expect, test } from "vitest";
import { demo, signIn } from "./people";
import { visit } from "./visit";

test("what one browser does is on another's screen without a reload, and after a cut too", async () => {
  const [one, two] = [await visit(), await visit()];
  await signIn(one, demo.email, demo.password);
  await signIn(two, demo.email, demo.password);
  const heard = new Promise<void>((resolve) => {
    two.on("websocket", (socket) => socket.on("framereceived", () => resolve()));
  });
  await two.goto("/o/northwind-coffee/settings/teams");
  await heard;
  await makeTeam(one, `Live ${process.pid}`);
  await two.getByText(`Live ${process.pid}`).waitFor();
  await two.context().setOffline(true);
  await two.getByText("You are offline").waitFor();
  await makeTeam(one, `Cut ${process.pid}`);
  // What was being looked at stays readable, however long the cut lasts.
  await two.waitForTimeout(1000);
  await two.getByText(`Live ${process.pid}`).waitFor();
  expect(await two.getByText(`Cut ${process.pid}`).count()).toBe(0);
  await two.context().setOffline(false);
  await two.getByText(`Cut ${process.pid}`).waitFor({ timeout: 45_000 });
});

/** As a program would, with the browser's own session. */
async function makeTeam(page: Awaited<ReturnType<typeof visit>>, name: string): Promise<void> {
  const status = await page.evaluate(async (team) => {
    const response = await fetch("/v1/teams", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: team }),
    });
    return response.status;
  }, name);
  expect(status).toBe(201);
}
