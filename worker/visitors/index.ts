import type { HappeningDefinition } from "../kernel/happenings";

export { type MarkKind, readMark, signMark } from "./mark";
export const visitorHappenings: HappeningDefinition<never>[] = [];
