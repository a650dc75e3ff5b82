import type { ComponentChildren } from "preact";
import { activityUrls } from "../../activities/index.ts";
import { Breadcrumb, page, type View } from "../../../ui/index.ts";
import type { About } from "../opening/about.ts";
import type { Registration } from "../record/queries.ts";
import { trailOf } from "./form-page.tsx";

export type OwnSeen = {
  about: About;
  registration: Registration;
  token: string;
  refused?: string | undefined;
};

/** A page only its link opens, under the activity. */
export function ownLayout(
  view: View,
  { about }: OwnSeen,
  { title, wrong = false }: { title: string; wrong?: boolean },
  children: ComponentChildren,
): string {
  return page(
    view,
    { title, main: "text", hidden: true, section: activityUrls.search, wrong },
    <>
      <Breadcrumb
        view={view}
        trail={trailOf(view, about)}
        here={view.t("registrations:own.here")}
      />
      <h1>{title}</h1>
      {children}
    </>,
  );
}
