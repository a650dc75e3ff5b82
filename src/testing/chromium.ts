import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { StartFault } from "../platform/config.ts";

/** The same browser without a window to draw: every page of the journeys takes half the time. */
const light = "/usr/bin/chromium-headless-shell";
const places = [
  light,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
] as const;

/** Path of the system's Chromium, installed from Debian's packages when missing and allowed. */
export function requireChromium(): string {
  const told = process.env["CHROMIUM"];
  if (told && existsSync(told)) return told;
  if (!existsSync(light) && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get"))
    install("chromium-headless-shell");
  const found = places.find((path) => existsSync(path));
  if (found) return found;
  throw new StartFault(
    "The journeys need Chromium: install the package « chromium » of your system, or set CHROMIUM to its path.",
  );
}

/** Quietly: a Debian without this package has the whole browser, or is told above what to install. */
function install(name: string): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) =>
    spawnSync("apt-get", ["-qq", ...args], { stdio: "ignore", env });
  apt("update");
  if (apt("install", "-y", "--no-install-recommends", name).status === 0) return;
  if (!places.some((path) => existsSync(path)))
    apt("install", "-y", "--no-install-recommends", "chromium");
}
