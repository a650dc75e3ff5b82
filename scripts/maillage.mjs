import { prepare, run } from "./prepare.mjs";

prepare();
process.exit(await run(["dist/src/cli.js", ...process.argv.slice(2)]));
