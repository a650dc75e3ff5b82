import { page } from "../layout.tsx";
import type { View } from "../view.ts";
import { Figures } from "./figures.tsx";
import { Foundations } from "./foundations.tsx";
import { Fields } from "./forms.tsx";
import { Lists } from "./lists.tsx";
import { Messages } from "./messages.tsx";

/** The living page of the design system, for those who build pages: every piece with invented texts, in French. */
export function stylePage(view: View): string {
  return page(
    view,
    { title: "Le style de la maison", hidden: true },
    <>
      <Foundations view={view} />
      <Lists view={view} />
      <Fields view={view} />
      <Messages view={view} />
      <Figures view={view} />
    </>,
  );
}
