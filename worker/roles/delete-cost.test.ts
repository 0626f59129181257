import { expect, it } from "vitest";
import { seedMember, seedPerson } from "../../db/seed";
import { control, createWorld, unique } from "../test/world";

it("deleting a role or a member costs no more where there are many of them elsewhere", async () => {
  const [world, crowded] = [await createWorld(), await createWorld()];
  const ground = {
    control: control(),
    now: Date.now(),
    random: (n: number) => crypto.getRandomValues(new Uint8Array(n)),
  };
  const cost = async () => {
    const role = await world.owner.client.post("/v1/roles", {
      name: unique(),
      permissions: ["members:read"],
    });
    const member = await world.member("viewer");
    const answers = [
      await world.owner.client.delete(`/v1/roles/${role.body.id}`),
      await world.owner.client.delete(`/v1/members/${member.memberId}`),
    ];
    return answers.map(({ headers }) => Number(JSON.parse(headers.get("tributary-rows") ?? "{}").read));
  };
  const before = await cost();
  for (let i = 0; i < 100; i++) {
    const person = await seedPerson(ground, { email: `${unique()}@crowd.test`, name: "One of many" });
    await seedMember(ground, crowded.id, person, "viewer");
  }
  const after = await cost();
  for (const [i, read] of after.entries()) expect(read).toBeLessThanOrEqual((before[i] ?? 0) + 5);
});
