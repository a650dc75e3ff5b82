import { readConfig, StartFault } from "./platform/config.ts";
import { openLog } from "./platform/log.ts";
import { startSite } from "./starting/site.ts";

const config = (() => {
  try {
    return readConfig(process.env);
  } catch (fault) {
    leave(fault);
  }
})();
const log = openLog(config.logLevel);

try {
  const site = await startSite(config, log);
  for (const line of site.welcome) process.stdout.write(`${line}\n`);
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info("stopping");
      void site.stop().then(() => process.exit(0));
    });
} catch (fault) {
  leave(fault);
}

/** A fault the operator can mend is one sentence; anything else shows where it broke. */
function leave(fault: unknown): never {
  process.stderr.write(
    `${fault instanceof StartFault ? fault.message : String((fault as Error).stack)}\n`,
  );
  process.exit(1);
}
