document.documentElement.classList.add("scripted");

addEventListener("click", (event) => {
  const target = event.target;
  if (!(target instanceof Element)) return;
  if (target.closest("[data-print]")) print();
  const share = target.closest<HTMLElement>("[data-share]");
  if (share) void shareAddress(share);
  const copy = target.closest<HTMLElement>("[data-copy]");
  if (copy) void copyText(copy, copy.dataset["copy"] ?? "");
  closeOthers(target);
});

addEventListener("keydown", (event) => {
  const open = document.querySelector<HTMLDetailsElement>("details[data-menu][open]");
  if (event.key !== "Escape" || !open) return;
  open.open = false;
  open.querySelector("summary")?.focus();
});

/** Offers the phone's own sharing sheet, or copies the address and says so. */
async function shareAddress(button: HTMLElement): Promise<void> {
  const url = button.dataset["share"] || location.href;
  if ("share" in navigator) {
    // Closing the sheet without choosing is not an error.
    await navigator.share({ title: document.title, url }).catch(() => undefined);
    return;
  }
  await copyText(button, url);
}

/** Copies a text and says so beside the button. */
async function copyText(button: HTMLElement, text: string): Promise<void> {
  const copied = await (navigator as Navigator).clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  const status = button.parentElement?.querySelector("output");
  if (status && copied) status.textContent = button.dataset["copied"] ?? "";
}

/** A menu closes when the person goes elsewhere. */
function closeOthers(target: Element): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]"))
    if (!menu.contains(target)) menu.open = false;
}

// The stylesheet keeps drawers open on a wide screen; a browser that cannot is helped here.
const wide = matchMedia("(min-width: 60rem)");
const settle = () => {
  for (const drawer of document.querySelectorAll<HTMLDetailsElement>("details[data-drawer]"))
    drawer.open = wide.matches;
};
if (!CSS.supports("selector(::details-content)")) {
  settle();
  wide.addEventListener("change", settle);
}

// Paper cannot unfold: open everything before printing.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>("main details"))
    folded.open = true;
});
