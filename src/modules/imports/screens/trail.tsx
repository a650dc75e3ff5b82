import { Breadcrumb, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";

/** Imports, then the file, then where one is. */
export function Trail(props: {
  view: View;
  one: { id: string; file_name: string };
  here?: string | undefined;
}) {
  const { view, one, here } = props;
  const trail: { words: string; path: string }[] = [
    { words: view.t("imports:title"), path: urls.list },
  ];
  if (here) trail.push({ words: one.file_name, path: urls.one(one.id) });
  return <Breadcrumb view={view} trail={trail} here={here ?? one.file_name} />;
}
