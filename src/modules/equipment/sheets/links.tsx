import { Actions, ButtonLink, type View } from "../../../ui/index.ts";
import { formats } from "./file.ts";

/** The same lines as files, each link saying of what. */
export function FileLinks(props: { view: View; about: string; path: (format: string) => string }) {
  const { t } = props.view;
  return (
    <Actions>
      {formats.map((format) => (
        <ButtonLink kind="secondary" icon="download" href={props.path(format)}>
          {t(`inkind:file.${format}`)}
          <span class="sr"> {props.about}</span>
        </ButtonLink>
      ))}
    </Actions>
  );
}
