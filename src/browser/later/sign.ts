// Signing with a finger, a pen or a mouse. Without it, the name and the tick sign as well.
for (const zone of document.querySelectorAll<HTMLElement>("[data-sign]")) letSign(zone);

function letSign(zone: HTMLElement): void {
  const canvas = zone.querySelector("canvas");
  const kept = zone.querySelector<HTMLInputElement>("input[name=drawing]");
  const pen = canvas?.getContext("2d");
  if (!canvas || !kept || !pen) return;
  zone.hidden = false;
  pen.lineWidth = 5;
  pen.lineCap = pen.lineJoin = "round";
  pen.strokeStyle = "#14213d";
  const at = (event: PointerEvent) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return [
      ((event.clientX - left) * canvas.width) / width,
      ((event.clientY - top) * canvas.height) / height,
    ] as const;
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...at(event));
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    pen.lineTo(...at(event));
    pen.stroke();
    kept.value = "drawn";
  });
  zone.querySelector("button")?.addEventListener("click", () => {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    kept.value = "";
  });
  zone.closest("form")?.addEventListener("submit", () => {
    if (kept.value) kept.value = canvas.toDataURL("image/png");
  });
}
