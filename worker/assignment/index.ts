import { leadAssignments } from "../../db/schema/cell/assignment";
import type { Belonging } from "../leads";

export { assignmentJobs } from "./jobs";
export { assignmentRoutes } from "./routes";

export const assignmentBelongings: Belonging[] = [{ table: leadAssignments }];
