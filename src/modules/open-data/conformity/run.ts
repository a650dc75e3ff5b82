import type { House } from "../../../platform/http/ask.ts";
import { noteChanges } from "../active/noting.ts";
import { checkEverything, type Reader } from "./checks.ts";
import { keepCheck } from "./kept.ts";
import type { Finding } from "./rules.ts";

/** Checks what a commune publishes, by reading it as anybody would, and keeps what was found for its page. */
export async function checkConformity(
  house: Pick<House, "database" | "clock" | "words">,
  communeId: number,
  read: Reader,
): Promise<Finding[]> {
  await noteChanges(house, communeId);
  const at = house.clock.now();
  const findings = await checkEverything(read, at);
  await house.database.write(communeId, (tx) => keepCheck(tx, at, findings));
  return findings;
}
