import { defineHappening } from "../../kernel/happenings";
import { recordClicks } from "./record";
import { clickShape } from "./shape";

export const clickHappening = defineHappening("click", clickShape, recordClicks);
