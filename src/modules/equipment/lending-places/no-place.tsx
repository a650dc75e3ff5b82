import { Alert, ButtonLink, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";

/** Nothing is lent before a place hands it over: the first thing to say. */
export const NoPlace = (props: { view: View; path?: string }) => (
  <Alert view={props.view} kind="info" title={props.view.t("lending:places.none")}>
    <p>{props.view.t("lending:places.noneHow")}</p>
    <ButtonLink href={props.view.href(props.path ?? urls.addPlace)} icon="place">
      {props.view.t("lending:places.add")}
    </ButtonLink>
  </Alert>
);
