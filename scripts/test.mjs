// `npm test [-- path…]`: prepares, starts a PostgreSQL for the tests, runs them, prints the counts, ends.
// `--external` uses an installed PostgreSQL instead of the embedded one.
import { leave, prepare, run } from "./prepare.mjs";

prepare();
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const options = process.argv.slice(2).filter((arg) => arg.startsWith("--") && arg !== "--external");
if (process.argv.includes("--help")) leave("npm test [-- chemin…] [--external]");
process.exit(
  await run([
    "dist/src/testing/run.js",
    ...(process.argv.includes("--external") ? ["--external"] : []),
    ...options,
    ...wanted,
  ]),
);
