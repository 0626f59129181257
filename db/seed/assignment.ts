import type { Id } from "../ids";
import { assignmentAvailability, assignmentRules, type WorkingHours } from "../schema/cell/assignment";
import { insertMany } from "./insert-many";
import { type Ground, newId } from "./people";

type House = { organizationId: Id<"organization">; sellers: ReadonlyMap<string, Id<"user">> };

const office = { from: 8 * 60, to: 16 * 60 };
const weekdays: WorkingHours = [[office], [office], [office], [office], [office], [], []];

/** Large orders go to whoever has the fewest, everything else goes round among those at work. */
export async function seedAssignment(ground: Ground, { organizationId, sellers }: House): Promise<void> {
  const [mateus, ines, jonas] = ["Mateus", "Inés", "Jonas"].map((name) => sellers.get(name));
  if (!mateus || !ines || !jonas) return;
  const shared = {
    organizationId,
    isActive: true,
    createdAt: ground.now,
    updatedAt: ground.now,
    teamIds: [],
  };
  await insertMany(ground.control, assignmentRules, [
    {
      ...shared,
      id: newId(ground, "assignmentRule"),
      name: "Large orders",
      position: 0,
      condition: { field: "value", operator: "at_least", value: 500_000 },
      method: "least_loaded",
      userIds: [ines, mateus],
      fallbackTo: jonas,
      keepsHours: true,
    },
    {
      ...shared,
      id: newId(ground, "assignmentRule"),
      name: "Everybody else",
      position: 1,
      condition: null,
      method: "round_robin",
      userIds: [mateus, ines, jonas],
      fallbackTo: null,
      keepsHours: true,
    },
  ]);
  const usual = { organizationId, takesLeads: true, hours: weekdays, absences: [], updatedAt: ground.now };
  await insertMany(ground.control, assignmentAvailability, [
    { ...usual, userId: mateus, capacity: 120, timezone: "Europe/Oslo" },
    { ...usual, userId: ines, capacity: 80, timezone: "Europe/Madrid" },
  ]);
}
