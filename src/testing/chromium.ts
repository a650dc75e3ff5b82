import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { StartFault } from "../platform/config.ts";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of the system's Chromium, installed from Debian's packages when missing and allowed. */
export function requireChromium(): string {
  const told = process.env["CHROMIUM"];
  if (told && existsSync(told)) return told;
  const found = places.find((path) => existsSync(path));
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      stdio: "inherit",
      env,
    });
    const installed = places.find((path) => existsSync(path));
    if (installed) return installed;
  }
  throw new StartFault(
    "The journeys need Chromium: install the package « chromium » of your system, or set CHROMIUM to its path.",
  );
}
