import { notFound, page, redirect } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { urls } from "../urls.ts";
import { acceptMails, refuseMails, stopLink } from "./addresses.ts";
import { stopPage } from "./stop-pages.tsx";

const tokenOf = (ask: Ask): string => ask.params["token"] ?? "";
const requireLink = async (ask: Ask) => (await stopLink(ask.tx, tokenOf(ask))) ?? notFound();
const byThem = (ask: Ask) => ({ actor: { kind: "association" as const }, at: ask.now });

/** "Ne plus m’écrire": opening the link changes nothing, scanners of mails open every link. */
export const stopRoutes: Route[] = [
  get(urls.stopMails(":token"), anyone, async (ask) => {
    const { refusedAt } = await requireLink(ask);
    return page(stopPage(ask.view, tokenOf(ask), refusedAt));
  }),
  // The one click of a mail program (RFC 8058) comes from elsewhere, and is not to be led to another page.
  post(
    urls.stopMails(":token"),
    anyone,
    async (ask) => {
      const { hash } = await requireLink(ask);
      await refuseMails(ask.tx, hash, byThem(ask));
      return ask.form.has("List-Unsubscribe")
        ? page(stopPage(ask.view, tokenOf(ask), ask.now))
        : redirect(ask.view.href(urls.stopMails(tokenOf(ask))));
    },
    { foreign: true },
  ),
  post(urls.resumeMails(":token"), anyone, async (ask) => {
    const { hash } = await requireLink(ask);
    await acceptMails(ask.tx, hash, byThem(ask));
    return redirect(ask.view.href(urls.stopMails(tokenOf(ask))), "reminders.resumed");
  }),
];
