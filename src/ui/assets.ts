import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { defaultTheme, themeStylesheet } from "./theme.ts";

/** A file the site serves for ever under an address that holds its hash. Fonts are compressed already: no `br` nor `gzip`. */
export type Asset = {
  name: string;
  path: string;
  contentType: string;
  body: Buffer;
  readonly br: Buffer | undefined;
  readonly gzip: Buffer | undefined;
};

export type Assets = {
  /** `assetAddress("app.css")` gives `/assets/app.3f2a….css`; throws on a name that does not exist. */
  assetAddress: (name: string) => string;
  /** The asset at a path, or undefined: only exact addresses answer. */
  assetAt: (path: string) => Asset | undefined;
  all: readonly Asset[];
};

const root = fileURLToPath(new URL("../../../", import.meta.url));
const require = createRequire(import.meta.url);
const fonts = {
  "text.woff2": "atkinson-hyperlegible-next",
  "title.woff2": "bricolage-grotesque",
} as const;

/** What a page loads only when someone asks for it. */
const later = {
  "embed.js": join(root, "dist/browser/later/embed.js"),
  "framed.js": join(root, "dist/browser/later/framed.js"),
  "at-once.js": join(root, "dist/browser/later/at-once.js"),
  "sign.js": join(root, "dist/browser/later/sign.js"),
  "keep.js": join(root, "dist/browser/later/keep.js"),
  "device-key.js": join(root, "dist/browser/later/device-key.js"),
  "tile-map.js": join(root, "dist/browser/later/tile-map.js"),
  "leaflet.js": require.resolve("leaflet/dist/leaflet.js"),
  "leaflet.css": require.resolve("leaflet/dist/leaflet.css"),
} as const;

/** Reads, joins and hashes everything the pages ask for, once, at start; each is compressed when first asked for. */
export function loadAssets(): Assets {
  const assets: Asset[] = [];
  const addressOf = (name: string) => {
    const asset = assets.find((one) => one.name === name);
    if (!asset) throw new Error(`no asset is called ${name}`);
    return asset.path;
  };
  for (const [name, family] of Object.entries(fonts))
    assets.push(assetOf(name, readFileSync(fontFile(family))));
  for (const file of readdirSync(join(root, "src/ui/drawings")))
    assets.push(assetOf(file, readFileSync(join(root, "src/ui/drawings", file))));
  const css = stylesheet().replace(
    /url\("([^"]+)"\)/g,
    (_, name: string) => `url("${addressOf(name)}")`,
  );
  assets.push(assetOf("app.css", Buffer.from(css)));
  assets.push(assetOf("app.js", Buffer.from(script())));
  for (const [name, file] of Object.entries(later))
    if (existsSync(file)) assets.push(assetOf(name, borrowed(name, readFileSync(file))));
  const byPath = new Map(assets.map((asset) => [asset.path, asset]));
  return { assetAddress: addressOf, assetAt: (path) => byPath.get(path), all: assets };
}

/** A stylesheet of a library goes under ours, in a layer of its own. */
const borrowed = (name: string, body: Buffer): Buffer =>
  name.endsWith(".css") ? Buffer.from(`@layer borrowed{${lighten(body.toString())}}`) : body;

/** Takes comments and needless blanks out of a stylesheet; strings are kept as they are. */
export function lighten(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/"[^"]*"|\s*([{};,>])\s*|:\s+|\s+/g, (found: string, mark: string | undefined) => {
      if (found.startsWith('"')) return found;
      if (mark) return mark;
      return found.startsWith(":") ? ":" : " ";
    })
    .replaceAll(";}", "}")
    .trim();
}

function stylesheet(): string {
  const folder = join(root, "src/ui/css");
  const sheets = readdirSync(folder)
    .filter((file) => file.endsWith(".css"))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8"));
  return lighten([...sheets, `@layer tokens{${themeStylesheet(defaultTheme)}}`].join("\n"));
}

/** The small enhancements, each in its own block of one module: one request, no name shared. */
function script(): string {
  const folder = join(root, "dist/browser");
  if (!existsSync(folder)) return "";
  return readdirSync(folder)
    .filter((file) => file.endsWith(".js"))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .map((source) => `{\n${source}}\n`)
    .join("");
}

function fontFile(family: string): string {
  return require.resolve(`@fontsource-variable/${family}/files/${family}-latin-wght-normal.woff2`);
}

const contentTypes: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};

function assetOf(name: string, body: Buffer): Asset {
  const [stem = name, extension = ""] = name.split(".");
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 10);
  const small = extension === "woff2";
  let br: Buffer | undefined;
  let gzip: Buffer | undefined;
  return {
    name,
    path: `/assets/${stem}.${hash}.${extension}`,
    contentType: contentTypes[extension] ?? "application/octet-stream",
    body,
    get br() {
      return small ? undefined : (br ??= brotli(body));
    },
    get gzip() {
      return small ? undefined : (gzip ??= gzipSync(body, { level: 9 }));
    },
  };
}

const brotli = (body: Buffer) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
