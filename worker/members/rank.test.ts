import { describe, expect, it } from "vitest";
import { roleLevel, type SystemRole, systemRoleNames } from "../kernel/permissions";
import { judgeAct, type Ranked } from "./rank";

const somebody = (role: SystemRole, id = "1"): Ranked => ({ id: `mem_${id}`, role, level: roleLevel[role] });
const custom = (level: number, id = "1"): Ranked => ({ id: `mem_${id}`, role: "custom", level });

describe("ROLE-02 whom one may act on", () => {
  // Who acts (down) on whom (across): "." may, "x" stands too high.
  const table: Record<SystemRole, string> = {
    //          owner admin manager marketer sales viewer
    owner: /**/ "x . . . . .",
    admin: /**/ "x x . . . .",
    manager: "x x x . . .",
    marketer: "x x x x x .",
    sales: /**/ "x x x x x .",
    viewer: /**/ "x x x x x x",
  };
  const cells = systemRoleNames.flatMap((actor) =>
    systemRoleNames.map((target, column) => [actor, target, table[actor].split(" ")[column]] as const),
  );
  it.each(cells)("%s on %s: %s", (actor, target, verdict) => {
    const expected = verdict === "." ? null : "above_own_role";
    expect(judgeAct("change", somebody(actor, "1"), somebody(target, "2"))).toBe(expected);
    expect(judgeAct("remove", somebody(actor, "1"), somebody(target, "2"))).toBe(expected);
  });

  it.each([
    ["change", somebody("owner"), "last_owner"],
    ["remove", somebody("owner"), "last_owner"],
    ["change", somebody("admin"), "own_membership"],
    ["remove", somebody("admin"), null],
    ["change", somebody("viewer"), "own_membership"],
    ["remove", somebody("viewer"), null],
    ["remove", custom(0), null],
  ] as const)("oneself: %s as %o is %s", (act, self, expected) => {
    expect(judgeAct(act, self, self)).toBe(expected);
  });

  it("a custom role acts by its level", () => {
    expect(judgeAct("change", custom(50, "1"), somebody("marketer", "2"))).toBeNull();
    expect(judgeAct("change", custom(50, "1"), somebody("manager", "2"))).toBe("above_own_role");
    expect(judgeAct("change", custom(40, "1"), custom(40, "2"))).toBe("above_own_role");
    expect(judgeAct("change", somebody("viewer", "1"), custom(19, "2"))).toBeNull();
  });
});
