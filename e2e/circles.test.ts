import assert from "node:assert/strict";
import {
  linkIn,
  openCircle,
  type OpenCircle,
} from "../src/modules/resource-places/circles/following.testing.ts";
import { openStage } from "./stage.ts";
import { keyboard, noScript } from "./walker.ts";

let world: OpenCircle;
const promise = openStage(async () => {
  world = await openCircle();
  return world.site;
});

promise(
  "a resident follows the dates of a circle by e-mail, is told of one that is cancelled, and stops",
  [noScript, keyboard],
  async ({ enter, manner, browser }) => {
    const email = manner.keyboard ? "paul@exemple.fr" : "odette@exemple.fr";
    const letterOf = async () => {
      const [letter] = await world.mails(email);
      assert.ok(letter);
      return letter;
    };
    const me = await enter();
    await me.open(world.page);
    await me.follow("Être prévenu des changements de date");
    await me.write("Votre courriel", "odette");
    await me.press("Être prévenu");
    await me.reads("nom@exemple.fr");
    await me.write("Votre courriel", email);
    await me.press("Être prévenu");
    await me.reads("Un courriel vient de partir");
    const asked = linkIn(await letterOf());
    assert.deepEqual(await browser.audit(asked, "resident"), []);
    await me.open(asked);
    await me.press("Oui, me prévenir");
    await me.reads("C’est noté");
    await world.change(0, "cancel");
    await world.tell();
    const told = await letterOf();
    assert.match(told.text, /Date annulée/);
    await world.change(0, "restore");
    assert.deepEqual(await browser.audit(linkIn(told), "resident"), []);
    await me.open(linkIn(told));
    await me.press("Ne plus");
    await me.reads("Vous ne serez plus prévenu");
    assert.deepEqual(await world.followers(), []);
  },
);
