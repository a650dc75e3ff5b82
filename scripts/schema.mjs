// `npm run schema`: rewrites db/schema.sql and the table types from a freshly migrated database.
import { prepare, run } from "./prepare.mjs";

prepare();
process.exit(await run(["dist/src/testing/write-schema.js"]));
