import { spawn } from "node:child_process";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** What is printed: a Typst template, and the values it reads as `data.json` from its own folder. */
export type Printing = {
  /** Absolute path of the `.typ` file; it may read its folder, and nothing else. */
  template: string;
  data: unknown;
  /** When the document is said to be made. */
  at: Date;
};

/** The template or its data cannot be printed: says where. */
export class PrintingFault extends Error {}

const press = fileURLToPath(new URL("./pdf-press.js", import.meta.url));
const usualLimit = 120_000;

/**
 * Prints a tagged PDF (PDF/UA-1): an image without words is refused. Each printing is a process of its own, so that a long one
 * keeps nobody waiting, its memory is given back, and it is ended when it passes the limit.
 */
export function printPdf(printing: Printing, limitMs = usualLimit): Promise<Uint8Array> {
  const child = spawn(process.execPath, [press], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { PATH: process.env["PATH"] ?? "" },
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), limitMs);
  const printed: Buffer[] = [];
  let fault = "";
  child.stdout.on("data", (piece: Buffer) => printed.push(piece));
  child.stderr.on("data", (piece: Buffer) => (fault += piece.toString().slice(0, 4000)));
  // A press that stopped reading says why by its own end.
  child.stdin.on("error", () => undefined);
  child.stdin.end(
    JSON.stringify({
      folder: dirname(printing.template),
      main: basename(printing.template),
      data: printing.data,
      at: Math.floor(printing.at.getTime() / 1000),
    }),
  );
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve(Buffer.concat(printed));
      else
        reject(
          new PrintingFault(
            signal ? `printing was ended after ${limitMs} ms (${signal})` : fault.trim(),
          ),
        );
    });
  });
}
