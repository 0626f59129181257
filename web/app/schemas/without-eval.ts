import { config } from "zod";

/** Schemas would otherwise try whether they may make code from text; our policy stops that, and says so each time. */
config({ jitless: true });
