// On a commune's other sites: each marked link becomes the piece of the directory it leads to, and our frames take the height
// of what they hold. Without it the links work, and the frames keep the height they were given.
const load = async (link: HTMLElement): Promise<void> => {
  const address = link.dataset["maillage"];
  if (!address) return;
  const answer = await fetch(address, { credentials: "omit" }).catch(() => undefined);
  if (!answer?.ok) return;
  const piece = document.createElement("div");
  piece.innerHTML = await answer.text();
  link.replaceWith(...piece.childNodes);
};

for (const link of document.querySelectorAll<HTMLElement>("a[data-maillage]")) void load(link);

addEventListener("message", ({ data, origin, source }: MessageEvent<unknown>) => {
  const height = (data as { maillage?: unknown } | null)?.maillage;
  if (typeof height !== "number" || !Number.isFinite(height)) return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source && new URL(frame.src).origin === origin)
      frame.style.height = `${Math.min(Math.max(height, 80), 4000)}px`;
});
