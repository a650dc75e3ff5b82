import { prepare, run } from "./prepare.mjs";

prepare();
process.exit(await run(["dist/src/server.js"]));
