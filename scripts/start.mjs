import { prepare, run } from "./prepare.mjs";

prepare();
const { serverArguments, serverEnvironment } = await import("../dist/src/starting/memory.js");
process.exit(await run([...serverArguments, "dist/src/server.js"], serverEnvironment));
