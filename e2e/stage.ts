import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { Someone, TestSite } from "../src/testing/site.ts";
import { openBrowser, type TestBrowser } from "./browser.ts";
import { walker, type Manner, type Walker } from "./walker.ts";
import { openDemonstration } from "../src/testing/demonstration.ts";

export type Stage = { site: TestSite; browser: TestBrowser };

/** Somebody new in front of the site, in their own browser, who leaves at the end of the journey. */
export type Enter = (someone?: Someone, manner?: Manner) => Promise<Walker>;

type Journey = (scene: Stage & { enter: Enter; manner: Manner }) => Promise<void>;

/** A site in a real browser, for the journeys of one file: the demonstration, unless another one tells more. */
export function openStage(open: () => Promise<TestSite> = () => openDemonstration()) {
  let stage: Stage;
  before(async () => {
    const site = await open();
    stage = { site, browser: await openBrowser(site) };
  });
  after(async () => {
    await stage.browser.close();
    await stage.site.close();
  });

  /** One promise for each manner of going through it; no browser may complain meanwhile. */
  return (promise: string, manners: readonly Manner[], journey: Journey): void => {
    for (const manner of manners)
      test(`${promise}, ${manner.words}`, async () => {
        const { site, browser } = stage;
        const inside: Walker[] = [];
        const enter: Enter = async (someone = "resident", how = manner) => {
          const { context, page } = await browser.newcomer(someone, how);
          const one = walker(context, page, how, browser.origin);
          inside.push(one);
          return one;
        };
        try {
          await journey({ site, browser, enter, manner });
          assert.deepEqual(
            inside.flatMap((one) => one.faults),
            [],
          );
        } finally {
          for (const one of inside) await one.page.context().close();
        }
      });
  };
}
