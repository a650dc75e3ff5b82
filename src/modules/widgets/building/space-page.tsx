import { Breadcrumb, page, type View } from "../../../ui/index.ts";
import type { Widget } from "../address.ts";
import { Codes, Preview } from "./pieces.tsx";

/** An association shows its page on its own site, or on a partner's. */
export function spaceDiffusionPage(
  view: View,
  association: { id: string; name: string },
  widget: Widget | undefined,
): string {
  const { t } = view;
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
          <Preview view={view} widget={widget} title={association.name} />
          <Codes view={view} widget={widget} title={association.name} />
        </>
      ) : (
        <p class="lead">{t("diffusion:space.none")}</p>
      )}
    </>,
  );
}
