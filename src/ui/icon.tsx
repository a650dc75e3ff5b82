import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { jsxTemplate } from "preact/jsx-runtime";
import { render } from "preact-render-to-string";

/** The drawings the site uses, all from lucide-static: our word on the left, theirs on the right. */
const files = {
  search: "search",
  place: "map-pin",
  calendar: "calendar-days",
  clock: "clock",
  people: "users",
  person: "user-round",
  phone: "phone",
  mail: "mail",
  web: "globe",
  language: "languages",
  heart: "heart-handshake",
  help: "life-buoy",
  association: "house-heart",
  equipment: "laptop",
  list: "list",
  map: "map",
  filter: "sliders-horizontal",
  next: "arrow-right",
  previous: "arrow-left",
  up: "arrow-up",
  down: "arrow-down",
  sort: "arrow-up-down",
  open: "chevron-down",
  done: "circle-check",
  info: "info",
  warning: "triangle-alert",
  error: "circle-alert",
  wait: "hourglass",
  edit: "pencil",
  add: "plus",
  remove: "trash-2",
  close: "x",
  undo: "undo-2",
  copy: "copy",
  download: "download",
  upload: "upload",
  print: "printer",
  share: "share-2",
  report: "flag",
  euro: "euro",
  access: "accessibility",
  document: "file-text",
  history: "history",
  settings: "settings",
  figures: "chart-column",
  tasks: "list-checks",
  import: "file-input",
  merge: "merge",
  send: "send",
  key: "key-round",
  leave: "log-out",
  home: "house",
  tag: "tag",
  star: "star",
  eye: "eye",
  hidden: "eye-off",
  newspaper: "newspaper",
  picture: "image",
} as const;

export type IconName = keyof typeof files;
export const iconNames = Object.keys(files) as IconName[];

const require = createRequire(import.meta.url);
// Written once, as text: a page of results shows some seventy.
const drawn = new Map(iconNames.map((name) => [name, [render(<Drawing name={name} />)]]));

/** A drawing beside a word, never instead of it: screen readers do not see it. */
export const Icon = ({ name }: { name: IconName }) => jsxTemplate(drawn.get(name) ?? []);

function Drawing({ name }: { name: IconName }) {
  const shape = shapeOf(require.resolve(`lucide-static/icons/${files[name]}.svg`));
  return (
    <svg
      class={name === "next" || name === "previous" ? "icon turns" : "icon"}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
      dangerouslySetInnerHTML={{ __html: shape }}
    />
  );
}

/** What stands between `<svg …>` and `</svg>`, on one line. */
function shapeOf(file: string): string {
  const svg = readFileSync(file, "utf8");
  return svg
    .slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"))
    .replace(/\s*\n\s*/g, "");
}
