import type { Id } from "../../db/ids";
import type { RowMeter } from "../../db/meter";
import { systemContext } from "../http";
import type { Base, Context } from "../kernel/context";
import { testBase } from "./base";

/** The organization's own context as a job gets it, for verbs that no route calls; its clock may be moved. */
export async function inside(
  { id }: { id: Id<"organization"> },
  change: Partial<Base> = {},
  meter?: RowMeter,
): Promise<Context> {
  const context = await systemContext(testBase(change, meter), id);
  if (!context) throw new Error("The world has no context.");
  return context;
}
