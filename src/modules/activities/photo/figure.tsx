import type { View } from "../../../ui/index.ts";
import type { Photo } from "./queries.ts";

/** A photo as residents see it, with who took it; loaded when one comes near it. */
export const PhotoFigure = ({ view, photo }: { view: View; photo: Photo }) => (
  <figure class="photo">
    <img
      src={`/fichiers/${photo.id}`}
      alt={photo.alt}
      width={photo.width}
      height={photo.height}
      loading="lazy"
    />
    <figcaption class="soft">
      {view.t("activities:page.credit", { credit: photo.credit })}
    </figcaption>
  </figure>
);
