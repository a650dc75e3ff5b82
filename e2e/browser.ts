import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { serve, type ServerType } from "@hono/node-server";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { requireChromium } from "../src/testing/chromium.ts";
import type { Someone, TestSite } from "../src/testing/site.ts";

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How long a browser waits for what a page promises. */
const patience = 15_000;

type Look = { width?: number; scheme?: "light" | "dark"; javaScript?: boolean; audited?: boolean };

/** The looks in which a page is audited. */
const auditedLooks = {
  desk: { width: 1280, height: 900, scheme: "dark" },
  phone: { width: 320, height: 800, scheme: "light" },
} as const;

type Wanted = {
  looks?: readonly (keyof typeof auditedLooks)[];
  first?: (page: Page) => Promise<void>;
};

/** A real browser on a test site served over real HTTP, one context per person and look. */
export async function openBrowser(site: TestSite) {
  const server = await listen(site);
  const address = server.address();
  const origin = `http://localhost:${typeof address === "object" && address ? address.port : 0}`;
  const browser: Browser = await chromium.launch({ executablePath: requireChromium(), args });
  const contexts = new Map<string, BrowserContext>();
  const auditors = new Map<Someone, Page>();

  const newContext = async (someone: Someone, look: Look): Promise<BrowserContext> => {
    const context = await browser.newContext({
      viewport: { width: look.width ?? 1280, height: 900 },
      colorScheme: look.scheme ?? "light",
      javaScriptEnabled: look.javaScript ?? true,
      // The auditor is a script of ours that the pages rightly refuse.
      bypassCSP: look.audited ?? false,
      locale: "fr-FR",
    });
    if (someone !== "resident")
      await context.addCookies([
        { name: "maillage", value: `${site.communeId}-${someone}`, url: origin },
      ]);
    return context;
  };

  const contextFor = async (someone: Someone, look: Look): Promise<BrowserContext> => {
    const key = JSON.stringify([someone, look]);
    const context = contexts.get(key) ?? (await newContext(someone, look));
    contexts.set(key, context);
    return context;
  };

  const visit = async (
    path: string,
    someone: Someone = "resident",
    look: Look = {},
  ): Promise<Page> => {
    const page = await (await contextFor(someone, look)).newPage();
    await page.goto(`${origin}${path}`);
    return page;
  };

  /** The one tab in which the pages of someone are audited: a new one for each page would take as long as the audit. */
  const auditorFor = async (someone: Someone): Promise<Page> => {
    const open = auditors.get(someone);
    if (open) return open;
    const page = await (await contextFor(someone, { audited: true })).newPage();
    auditors.set(someone, page);
    return page;
  };

  return {
    origin,
    /** Opens a page as someone; the caller closes it. */
    visit,
    /** Someone with a browser of their own, remembering nothing; the caller closes the context. */
    newcomer: async (someone: Someone, look: Look) => {
      const context = await newContext(someone, look);
      context.setDefaultTimeout(patience);
      await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
      return { context, page: await context.newPage() };
    },
    /** What is wrong with a page on a dark desk and on a light phone: axe's faults, and more width than the phone has. `first` brings the page to its state. */
    audit: async (path: string, someone: Someone, wanted: Wanted = {}): Promise<string[]> => {
      const page = await auditorFor(someone);
      const faults: string[] = [];
      let arrived = false;
      for (const name of wanted.looks ?? (["desk", "phone"] as const)) {
        const { scheme, ...size } = auditedLooks[name];
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme: scheme });
        if (!arrived) {
          await page.goto(`${origin}${path}`);
          await wanted.first?.(page);
          await page.evaluate(axeSource);
        }
        arrived = true;
        for (const fault of await axeFaults(page)) faults.push(`${size.width} ${scheme}: ${fault}`);
        if (await page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
          faults.push(`${size.width}: wider than the screen`);
      }
      return faults;
    },
    close: async () => {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function axeFaults(page: Page): Promise<string[]> {
  const report = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<AxeReport> };
    };
    return axe.run({ resultTypes: ["violations"] });
  });
  return report.violations.map(
    (fault) =>
      `${fault.id}: ${fault.nodes
        .map((node) => node.html)
        .slice(0, 2)
        .join(" | ")}`,
  );
}

type AxeReport = { violations: { id: string; nodes: { html: string }[] }[] };

const listen = (site: TestSite): Promise<ServerType> =>
  new Promise((resolve) => {
    const server = serve(
      { fetch: (request) => site.app.fetch(request, "127.0.0.1"), port: 0, hostname: "127.0.0.1" },
      () => resolve(server),
    );
  });

export type TestBrowser = Awaited<ReturnType<typeof openBrowser>>;
