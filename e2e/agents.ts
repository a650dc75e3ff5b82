import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { TestBrowser } from "./browser.ts";

/** The hands of someone who enters through the provider: how they ask, what they type there, what they read back here. */
export function agents(browser: TestBrowser) {
  const arrive = async (javaScript = true): Promise<Page> =>
    (await browser.newcomer("resident", { javaScript })).page;
  const ask = async (page: Page) => {
    await page.goto(`${browser.origin}/connexion?suite=/espace`);
    await page.getByRole("button", { name: "Entrer avec ProConnect" }).click();
  };
  /** Fills in the provider's own pages, up to its leading the browser back. */
  const proveAs = async (page: Page, account: string) => {
    await page.locator("input[name=login]").fill(account);
    await page.locator("input[name=password]").fill("whatever");
    await page.getByRole("button", { name: "Sign-in" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
  };
  const enterAs = async (account: string): Promise<Page> => {
    const page = await arrive();
    await ask(page);
    await proveAs(page, account);
    return page;
  };
  return {
    arrive,
    ask,
    proveAs,
    enterAs,
    /** Somebody is told why they do not enter, sees the way by mail, and has no session. */
    refusedAs: async (account: string, words: string) => {
      const page = await enterAs(account);
      await reads(page, words);
      assert.ok(await page.getByRole("button", { name: "Recevoir le courriel" }).isVisible());
      const cookies = await page.context().cookies(browser.origin);
      assert.ok(cookies.every(({ name }) => name !== "maillage"));
      await page.context().close();
    },
    /** Goes to the provider and back, and stops before the last step: the address it came back with. */
    cameBackAs: async (account: string): Promise<{ page: Page; address: URL }> => {
      const page = await arrive();
      await page.route("**/assets/at-once.*", (route) => route.abort());
      await ask(page);
      await proveAs(page, account);
      await reads(page, "Vous êtes reconnu.");
      return { page, address: new URL(page.url()) };
    },
  };
}

export const reads = (page: Page, words: string) => page.getByText(words).first().waitFor();
