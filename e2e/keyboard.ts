import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";

const furthest = 250;

type Styled = { outlineStyle: string; outlineWidth: string };
type Node = { parentElement: Node | null };

/** Goes to a control with Tab alone, as somebody without a mouse does, and asserts that the focus shows. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const focused = target.and(page.locator(":focus"));
  for (let step = 0; step < furthest; step++) {
    if (await focused.count()) {
      assert.ok(await visiblyFocused(target), `the focus does not show on ${String(target)}`);
      return;
    }
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never reaches ${String(target)}`);
}

/** Whether an outline shows on the element that has the focus, or on the frame drawn around it. */
export const visiblyFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const { getComputedStyle } = globalThis as unknown as {
      getComputedStyle: (node: unknown, part?: string) => Styled;
    };
    let node = element as unknown as Node | null;
    for (let up = 0; node && up < 3; up++, node = node.parentElement)
      for (const part of [undefined, "::after"]) {
        const { outlineStyle, outlineWidth } = getComputedStyle(node, part);
        if (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) return true;
      }
    return false;
  });
