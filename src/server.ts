import { readConfig, StartFault } from "./platform/config.ts";
import { openLog } from "./platform/log.ts";
import { startSite } from "./starting/site.ts";

try {
  const config = readConfig(process.env);
  const log = openLog(config.logLevel);
  const starting = startSite(config, log);
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info("stopping");
      starting.then((site) => site.stop()).then(() => process.exit(0), leave);
    });
  const site = await starting;
  site.onLost(() => leave(new StartFault("PostgreSQL s’est arrêté : redémarrez Maillage.")));
  for (const line of site.welcome) process.stdout.write(`${line}\n`);
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
