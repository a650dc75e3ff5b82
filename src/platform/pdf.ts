import { spawn } from "node:child_process";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectRoot } from "./config.ts";
import type { Fault, Order } from "./pdf-order.ts";

/** What is printed: a Typst template, and the values it reads as `data.json` from its own folder. */
export type Printing = {
  /** Absolute path of the `.typ` file; it may read its folder, and nothing else. */
  template: string;
  /** A text printed in its place, with the same rights. */
  source?: string | null;
  data: unknown;
  /** Pictures it shows as if they were in its folder, by name. */
  files?: Readonly<Record<string, Uint8Array>>;
  /** When the document is said to be made. */
  at: Date;
};

/** The template or its data cannot be printed: says what and where. */
export class PrintingFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault, message = fault.says || fault.why) {
    super(message);
    this.fault = fault;
  }
}

const press = fileURLToPath(new URL("./pdf-press.js", import.meta.url));
const usualLimit = 120_000;
const mostMemory = 700_000_000;
/** Printings at once; the others wait for their turn. */
const most = 2;

/**
 * Packages are looked for in folders that are not, then behind a door nobody opens: a template loads nothing from elsewhere.
 * Port 9 discards what it gets, and is not listened to.
 */
const shut = {
  PATH: process.env["PATH"] ?? "",
  HOME: "/nonexistent",
  XDG_DATA_HOME: "/nonexistent",
  XDG_CACHE_HOME: "/nonexistent",
  FONTCONFIG_FILE: join(projectRoot, "src/platform/no-fonts.conf"),
  ...Object.fromEntries(
    ["http_proxy", "https_proxy", "all_proxy"].flatMap((name) => [
      [name, "http://127.0.0.1:9"],
      [name.toUpperCase(), "http://127.0.0.1:9"],
    ]),
  ),
};

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Prints a tagged PDF (PDF/UA-1): an image without words is refused. Each printing is a process of its own, so that a long one
 * keeps nobody waiting, its memory is given back, and it is ended when it passes the limit of time or of memory.
 */
export async function printPdf(printing: Printing, limitMs = usualLimit): Promise<Uint8Array> {
  if (running < most) running++;
  else await new Promise<void>((turn) => waiting.push(turn));
  try {
    return await print(printing, limitMs);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

function print(printing: Printing, limitMs: number): Promise<Uint8Array> {
  const child = spawn(process.execPath, [press], { stdio: ["pipe", "pipe", "pipe"], env: shut });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, limitMs);
  const printed: Buffer[] = [];
  let said = "";
  child.stdout.on("data", (piece: Buffer) => printed.push(piece));
  child.stderr.on("data", (piece: Buffer) => (said += piece.toString().slice(0, 4000)));
  // A press that stopped reading says why by its own end.
  child.stdin.on("error", () => undefined);
  child.stdin.end(JSON.stringify(orderOf(printing)));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(Buffer.concat(printed));
      else if (late)
        reject(
          new PrintingFault({ why: "time", says: "" }, `printing was ended after ${limitMs} ms`),
        );
      else reject(new PrintingFault(faultIn(said)));
    });
  });
}

function orderOf({ template, source, data, files = {}, at }: Printing): Order {
  return {
    folder: dirname(template),
    main: basename(template),
    source: source ?? null,
    data,
    files: Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]),
    ),
    at: Math.floor(at.getTime() / 1000),
    memory: mostMemory,
  };
}

/** The press may also end without a word of its own: then what it said is kept as it is. */
function faultIn(said: string): Fault {
  const found = said.indexOf('{"why"');
  try {
    return JSON.parse(said.slice(Math.max(found, 0))) as Fault;
  } catch {
    return { why: "template", says: said.trim() };
  }
}
