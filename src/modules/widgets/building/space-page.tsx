import { Breadcrumb, Button, page, SelectField, type View } from "../../../ui/index.ts";
import type { Widget } from "../address.ts";
import { urls } from "../urls.ts";
import { Codes, Preview } from "./pieces.tsx";

export type SpaceSeen = {
  association: { id: string; name: string };
  /** Those residents read, that may be shown alone. */
  activities: readonly { slug: string; title: string }[];
  /** Absent while the association is not in the directory. */
  widget: Widget | undefined;
  title: string;
  framedBy: readonly string[];
};

/** An association shows its page, or one of its activities, on its own site or on a partner's. */
export function spaceDiffusionPage(view: View, seen: SpaceSeen): string {
  const { t } = view;
  const { association, widget } = seen;
  const title = t("diffusion:space.title");
  return page(
    view,
    { title, section: "/espace", hidden: true },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("people:space.title"), path: "/espace" },
          { words: association.name, path: `/espace/fiches/${association.id}` },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      {widget ? (
        <>
          <p class="lead">{t("diffusion:space.lead")}</p>
          {seen.activities.length > 0 && <Choice view={view} seen={seen} widget={widget} />}
          <Preview view={view} widget={widget} title={seen.title} />
          <Codes view={view} widget={widget} title={seen.title} framedBy={seen.framedBy} />
        </>
      ) : (
        <p class="lead">{t("diffusion:space.none")}</p>
      )}
    </>,
  );
}

function Choice({ view, seen, widget }: { view: View; seen: SpaceSeen; widget: Widget }) {
  const { t, href } = view;
  const chosen = widget.kind === "activity" ? widget.slug : "";
  return (
    <form method="get" action={href(urls.space(seen.association.id))} class="flow card">
      <SelectField
        view={view}
        form={{ values: { activite: chosen }, errors: {} }}
        name="activite"
        label={t("diffusion:field.widget")}
        empty={t("diffusion:space.page")}
        optional="silent"
        options={seen.activities.map(({ slug, title }) => ({ value: slug, label: title }))}
      />
      <Button icon="eye">{t("diffusion:see")}</Button>
    </form>
  );
}
