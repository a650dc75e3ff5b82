import type { View } from "../../../ui/index.ts";
import type { Photo } from "./queries.ts";

/**
 * A photo as residents see it, with who took it; loaded when one comes near it. A phone is told that it is shown
 * smaller than it is: the small size is sharp enough there, and three times lighter.
 */
export const PhotoFigure = ({ view, photo }: { view: View; photo: Photo }) => (
  <figure class="photo">
    <img
      src={`/fichiers/${photo.id}`}
      alt={photo.alt}
      width={photo.width}
      height={photo.height}
      loading="lazy"
      {...(photo.small
        ? {
            srcset: `/fichiers/${photo.small.id} ${photo.small.width}w, /fichiers/${photo.id} ${photo.width}w`,
            sizes: "(max-width: 40rem) 50vw, 40rem",
          }
        : {})}
    />
    <figcaption class="soft">{view.t("house:photo.credit", { credit: photo.credit })}</figcaption>
  </figure>
);

/** The same beside a title that leads to it: nothing to read there, its page says what it shows. */
export function PhotoThumb({ photo }: { photo: Photo }) {
  const { id, width, height } = photo.small ?? photo;
  return (
    <img
      class="thumb"
      src={`/fichiers/${id}`}
      alt=""
      width={width}
      height={height}
      loading="lazy"
    />
  );
}
