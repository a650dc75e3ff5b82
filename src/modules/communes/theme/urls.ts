import type { Theme } from "../../../ui/theme.ts";

/** The stylesheet of two colours: `/theme/1d4e5f-c8452f.css`. */
export const themeCssPath = ({ primary, accent }: Theme): string =>
  `/theme/${primary.slice(1)}-${accent.slice(1)}.css`;
