// `npm run bench -- directory [--json]`: measures a kind of use on a real site; never run by the tests.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { leave, prepare, root, run } from "./prepare.mjs";

const [name, ...options] = process.argv.slice(2);
if (!name || !/^[a-z-]+$/.test(name) || !existsSync(join(root, `bench/${name}.ts`)))
  leave("npm run bench -- directory [--json]");
prepare();
process.exit(await run([`dist/bench/${name}.js`, ...options]));
