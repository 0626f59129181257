import { applyD1Migrations, env } from "cloudflare:test";

const databases = [env.DB, env.CELL_A, env.CELL_B];
for (const database of databases) if (database) await applyD1Migrations(database, env.TEST_MIGRATIONS);
