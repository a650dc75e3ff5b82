import assert from "node:assert/strict";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { reach, visiblyFocused } from "./keyboard.ts";

/** How somebody goes through the site: their screen, their scripts, their hands. */
export type Manner = { words: string; width: number; javaScript: boolean; keyboard: boolean };

export const mouse: Manner = {
  words: "with a mouse, on a desk",
  width: 1280,
  javaScript: true,
  keyboard: false,
};
export const noScript: Manner = {
  words: "without JavaScript, on a 320 px phone",
  width: 320,
  javaScript: false,
  keyboard: false,
};
export const phone: Manner = {
  words: "on a 320 px phone",
  width: 320,
  javaScript: true,
  keyboard: false,
};
export const keyboard: Manner = {
  words: "by keyboard alone, on a 320 px screen",
  width: 320,
  javaScript: true,
  keyboard: true,
};
export const manners = [mouse, noScript, keyboard] as const;

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const starting = (words: string) => new RegExp(`^\\s*${escaped(words).replaceAll(" ", "\\s")}`);

/** Somebody in front of a page, who only knows the words written on it. */
export function walker(context: BrowserContext, page: Page, manner: Manner, origin: string) {
  const faults = watch(context, page, origin);
  const link = (words: string) => page.getByRole("link", { name: starting(words) }).first();
  const button = (words: string, inside: Page | Locator = page) =>
    inside.getByRole("button", { name: starting(words) }).first();
  const field = (label: string) =>
    page
      .getByLabel(new RegExp(`^\\s*${escaped(label).replaceAll(" ", "\\s")}( \\(.*\\))?\\s*$`))
      .first();

  const act = async (target: Locator, key: "Enter" | "Space") => {
    if (!manner.keyboard) return target.click();
    await reach(page, target);
    await page.keyboard.press(key);
  };
  /** Goes where the act leads: the next document, once it is loaded. */
  const leaving = async (work: () => Promise<void>) => {
    const answered = page.waitForEvent("framenavigated");
    await work();
    await answered;
    await page.waitForLoadState();
  };

  const writeIn = async (target: Locator, text: string) => {
    if (!manner.keyboard) return target.fill(text);
    await reach(page, target);
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    await page.keyboard.insertText(text);
  };

  return {
    page,
    faults,
    open: (path: string) => page.goto(path.startsWith("http") ? path : `${origin}${path}`),
    /** Asks the search field of the page. */
    search: async (words: string) => {
      await writeIn(page.getByRole("searchbox"), words);
      await leaving(() => act(button("Rechercher"), "Enter"));
    },
    follow: (words: string) => leaving(() => act(link(words), "Enter")),
    press: (words: string, inside?: Locator) => leaving(() => act(button(words, inside), "Enter")),
    /** A link to a file, which leaves the page where it is. */
    touchLink: (words: string) => act(link(words), "Enter"),
    /** A button that changes nothing of the address: print, copy. */
    touch: (words: string) => act(button(words), "Space"),
    unfold: (words: string) => act(page.locator("summary", { hasText: words }).first(), "Enter"),
    write: (label: string, text: string) => writeIn(field(label), text),
    /** The palette is the browser's own window: only the way to it is walked. */
    colour: async (label: string, value: string) => {
      if (manner.keyboard) await reach(page, field(label));
      await field(label).fill(value);
    },
    pick: async (label: string, words: string) => {
      const target = field(label);
      const option = target.locator("option", { hasText: starting(words) }).first();
      const value = (await option.getAttribute("value")) ?? "";
      if (!manner.keyboard) return void (await target.selectOption(value));
      await reach(page, target);
      for (let step = 0; step < 40 && (await target.inputValue()) !== value; step++)
        await page.keyboard.press("ArrowDown");
      assert.equal(await target.inputValue(), value, `${words} cannot be chosen with the arrows`);
    },
    tick: async (label: string) => {
      const target = field(label);
      if (!manner.keyboard) {
        await page.locator(`label[for="${await target.getAttribute("id")}"]`).click();
        return assert.ok(await target.isChecked(), `${label} is not chosen`);
      }
      if ((await target.getAttribute("type")) !== "radio") return act(target, "Space");
      // A group of answers is one stop of Tab; the arrows go from one answer to the next.
      const group = page.locator(`input[name="${await target.getAttribute("name")}"]`);
      const checked = group.and(page.locator(":checked"));
      await reach(page, (await checked.count()) ? checked.first() : group.first());
      for (let step = 0; step < 12 && !(await target.isChecked()); step++)
        await page.keyboard.press(step === 0 ? "Space" : "ArrowDown");
      assert.ok(await target.isChecked(), `${label} cannot be chosen with the arrows`);
    },
    attach: (label: string, file: { name: string; mimeType: string; buffer: Buffer }) =>
      field(label).setInputFiles(file),
    value: (label: string) => field(label).inputValue(),
    reads: (words: string | RegExp) => page.locator("body", { hasText: words }).waitFor(),
    sees: async (words: string) => (await page.locator("body").innerText()).includes(words),
    title: () => page.locator("h1").innerText(),
    path: () => decodeURIComponent(page.url().slice(origin.length)),
    /** The summary of errors has the focus (with scripts), and each of its lines leads to its field. */
    correct: async (problem: string) => {
      const summary = page.locator("[data-focus]");
      await summary.waitFor();
      if (manner.javaScript) assert.equal(await summary.and(page.locator(":focus")).count(), 1);
      assert.match(await page.title(), /^Erreur/);
      const line = summary.getByRole("link", { name: problem });
      const name = (await line.getAttribute("href"))?.slice(1) ?? "";
      await act(line, "Enter");
      const target = page.locator(`[id="${name}"]`);
      // One control carries the error itself; a group of answers is described by it.
      const spoken = page.locator(`[aria-describedby~="${name}-erreur"]`);
      assert.ok(await spoken.count(), `${problem}: not read with its field`);
      assert.ok(await target.and(page.locator(":focus")).count(), `${problem}: no focus`);
      if (manner.keyboard) assert.ok(await visiblyFocused(target));
    },
  };
}

export type Walker = ReturnType<typeof walker>;

/** Everything a browser complains about: scripts, refused contents, lost files, other hosts. */
function watch(context: BrowserContext, page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // A page refused or not found says so in the console too: the answers below tell which matter.
    if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
    faults.push(`console: ${message.text()}`);
  });
  context.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("data:"))
      faults.push(`another host: ${request.url()}`);
  });
  page.on("response", (response) => {
    const status = response.status();
    const whole = response.request().isNavigationRequest();
    if (status >= 500 || (status >= 400 && !whole)) faults.push(`${status}: ${response.url()}`);
  });
  return faults;
}
