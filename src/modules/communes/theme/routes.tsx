import { notFound, page, redirect } from "../../../platform/http/answer.ts";
import {
  get,
  post,
  postPrepared,
  requirePerson,
  type Ask,
  type Route,
} from "../../../platform/http/ask.ts";
import { formState, typedFrom, type Problem } from "../../../platform/http/form.ts";
import { anyone, staff } from "../../../platform/http/person.ts";
import { safePicture } from "../../../platform/files.ts";
import { themeStylesheet, type Theme } from "../../../ui/theme.ts";
import { addPicture, removeFile } from "../files/queries.ts";
import { publish } from "../published.ts";
import { recordChanges } from "../settings/journal.ts";
import { changesBetween } from "../settings/rules.ts";
import { settingsUrls } from "../settings/urls.ts";
import { lookPage, type LookPage } from "./pages.tsx";
import { look, saveColours, saveLogo } from "./queries.ts";
import { coloursIn, judgeColours } from "./rules.ts";

const administrator = staff("administrator");
const logoBytes = 5_000_000;
const logoSide = 512;

export const routes: Route[] = [
  get(
    "/theme/:file",
    anyone,
    (ask) => {
      const theme = coloursIn(ask.params["file"] ?? "");
      if (!theme) return notFound();
      return {
        status: 200,
        headers: {
          "content-type": "text/css; charset=utf-8",
          "cache-control": "public, max-age=31536000, immutable",
        },
        body: themeStylesheet(theme),
      };
    },
    { cached: true },
  ),
  get(settingsUrls.colours, administrator, (ask) => shown(ask, {})),
  post(settingsUrls.colours, administrator, async (ask) => {
    const outcome = judgeColours(ask.form.get("primary"), ask.form.get("accent"));
    if (outcome.kind === "unreadable") {
      const problems = outcome.fields.map((field) => ({
        field,
        sentence: ask.t("settings:look.problem"),
      }));
      return shown(ask, { form: formState(ask.form, problems) }, 422);
    }
    const typed = { form: formState(typedFrom(outcome.theme)), theme: outcome.theme };
    if (outcome.kind === "faint") return shown(ask, { ...typed, proposal: outcome.proposal }, 422);
    if (ask.form.has("voir")) return shown(ask, typed);
    const { theme } = await look(ask.tx);
    const changes = changesBetween<keyof Theme>(theme, outcome.theme);
    if (!changes.length) return redirect(ask.view.href(settingsUrls.colours), "settings.unchanged");
    await saveColours(ask.tx, outcome.theme);
    await recordChanges(ask, "settings.colours", changes);
    await publish(ask.tx);
    return redirect(ask.view.href(settingsUrls.colours), "settings.colours_saved");
  }),
  postPrepared(
    settingsUrls.logo,
    administrator,
    logoBytes,
    async (form, house) => {
      const sent = form.file("logo");
      if (!sent) return { kind: "missing" as const };
      const picture = await safePicture(sent.path, logoSide);
      if (!picture) return { kind: "unreadable" as const };
      const sha256 = await house.files.keep(picture.bytes);
      return { kind: "picture" as const, ...picture, bytes: picture.bytes.length, sha256 };
    },
    async (ask, sent) => {
      const problems: Problem[] = [];
      if (sent.kind !== "picture")
        problems.push({ field: "logo", sentence: ask.t(`settings:look.logo.${sent.kind}`) });
      const alt = ask.form.get("alt").slice(0, 160);
      if (!alt) problems.push({ field: "alt", sentence: ask.t("settings:look.logo.altMissing") });
      if (problems.length || sent.kind !== "picture")
        return shown(ask, { logoForm: formState(ask.form, problems) }, 422);
      const { logo } = await look(ask.tx);
      const { kind: _, ...picture } = sent;
      const id = await addPicture(ask.tx, { ...picture, alt, by: requirePerson(ask).id });
      await saveLogo(ask.tx, id);
      if (logo) await removeFile(ask.tx, logo.id);
      await recordChanges(ask, "settings.logo", [{ name: "logo", old: logo?.id ?? null, new: id }]);
      await publish(ask.tx);
      return redirect(ask.view.href(settingsUrls.colours), "settings.logo_saved");
    },
  ),
  post(settingsUrls.removeLogo, administrator, async (ask) => {
    const { logo } = await look(ask.tx);
    if (!logo) return redirect(ask.view.href(settingsUrls.colours), "settings.unchanged");
    await saveLogo(ask.tx, null);
    await removeFile(ask.tx, logo.id);
    await recordChanges(ask, "settings.logo", [{ name: "logo", old: logo.id, new: null }]);
    await publish(ask.tx);
    return redirect(ask.view.href(settingsUrls.colours), "settings.logo_removed");
  }),
];

async function shown(ask: Ask, given: Partial<LookPage>, status = 200) {
  const { theme, logo } = await look(ask.tx);
  const whole: LookPage = { form: formState(typedFrom(theme)), theme, logo, ...given };
  return page(lookPage(ask.view, whole), status);
}
