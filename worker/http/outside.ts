import type { Database } from "../../db/client";
import type { Env, Settings } from "../kernel/env";
import type { Providers } from "../kernel/ports";

export function providersOf(_env: Env, _settings: Settings, _control: Database): Providers {
  return {} as Providers;
}
