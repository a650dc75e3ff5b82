import type { Ask } from "../../../platform/http/ask.ts";
import type { Activity, Programme } from "../../activities/index.ts";
import { requirePerson } from "../../../platform/http/ask.ts";
import { mayDo } from "../../associations/index.ts";
import { ButtonLink } from "../../../ui/index.ts";
import { shownOf } from "../enrolling/part.tsx";
import { urls } from "../urls.ts";
import { countWords, openingName } from "./home-page.tsx";

/** What the sheet of an activity says of its registrations: numbers, and the way to them. */
export async function sheetPart(ask: Ask, programme: Programme, activity: Activity) {
  const { t, href } = ask.view;
  const shown = await shownOf(ask, activity);
  const member = requirePerson(ask).associations.find(({ id }) => id === programme.id);
  const reads = programme.side === "space" && mayDo(member, "registrations");
  if (!shown.length && !programme.writes && !reads) return undefined;
  return (
    <section class="flow" aria-labelledby="inscriptions">
      <h2 id="inscriptions">{t("roll:title")}</h2>
      {shown.length === 0 && <p class="soft">{t("roll:sheet.none")}</p>}
      {shown.length > 0 && (
        <ul>
          {shown.map((one) => (
            <li>
              {openingName(ask.view, one)} : {countWords(ask.view, one)}
            </li>
          ))}
        </ul>
      )}
      <p>
        <ButtonLink kind="secondary" href={href(urls.home(programme.base, activity.id))}>
          {t(
            shown.length ? (reads ? "roll:sheet.see" : "roll:sheet.settings") : "roll:open.button",
          )}
        </ButtonLink>
      </p>
    </section>
  );
}
